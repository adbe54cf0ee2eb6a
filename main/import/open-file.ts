import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { ImportFormat } from '#domain/import-reading';
import { toReadError } from '../files/file-error';
import { MAX_FILE_BYTES } from './import-limits';
import { tooLarge, unreadable } from './read-failures';
import type { ImportFile } from './record-reader';

const HEAD_BYTES = 4096;
const zipMark = [0x50, 0x4b, 0x03, 0x04];
/** Old workbooks and those with a password: their reader says what to do about them. */
const oldWorkbookMark = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

/** The first character that is neither a byte order mark, nor a zero byte of UTF-16, nor a blank. */
function firstSign(head: Uint8Array): string | undefined {
  const sign = head.find(
    (byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte < 0xfe && byte !== 0xbf,
  );
  return sign === undefined ? undefined : String.fromCharCode(sign);
}

/** What a file is, by its first bytes: names lie. */
function formatOf(head: Uint8Array): ImportFormat {
  if (startsWith(head, zipMark) || startsWith(head, oldWorkbookMark)) return 'xlsx';
  return firstSign(head) === '<' ? 'xml' : 'csv';
}

/** A file with the format its content has. */
export interface OpenedFile {
  readonly file: ImportFile;
  readonly format: ImportFormat;
}

async function look(handle: FileHandle, path: string): Promise<OpenedFile> {
  const { size, mtimeMs } = await handle.stat();
  if (size > MAX_FILE_BYTES) throw tooLarge('bytes');
  const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
  if (bytesRead === 0) throw unreadable('empty');
  const file = { path, sizeBytes: size, modifiedAt: Math.floor(mtimeMs) };
  return { file, format: formatOf(buffer.subarray(0, bytesRead)) };
}

/** Looks at a file's size and first bytes. Fails with `file/not-found`, `import/unreadable` or `import/too-large`. */
export async function openFile(path: string): Promise<OpenedFile> {
  try {
    const handle = await open(path, 'r');
    return await look(handle, path).finally(() => handle.close());
  } catch (thrown) {
    throw toReadError(thrown);
  }
}
