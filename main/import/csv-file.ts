import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { AppError } from '#domain/app-error';
import type { Instant } from '#domain/instant';
import { toReadError } from '../files/file-error';
import { csvShapeOf } from './csv-shape';
import type { CsvShape } from './csv-shape';
import { MAX_FILE_BYTES } from './import-limits';

/** A CSV file that looked sane enough to be read. */
export interface CsvFile {
  readonly path: string;
  readonly shape: CsvShape;
  readonly sizeBytes: number;
  readonly modifiedAt: Instant;
}

const HEAD_BYTES = 64 * 1024;
// Small enough that one chunk's rows take milliseconds: queries run between chunks.
const CHUNK_BYTES = 256 * 1024;

/** A file that cannot be taken as CSV; `reason` says why. */
export function unreadable(reason: string, cause?: unknown): AppError {
  return new AppError('import/unreadable', { message: `The file cannot be read: ${reason}.`, reason }, cause);
}

/** A file beyond a limit; `reason` names the limit. */
export function tooLarge(reason: 'bytes' | 'rows' | 'cell'): AppError {
  return new AppError('import/too-large', { message: `The file is too large: ${reason}.`, reason });
}

async function inspectHandle(handle: FileHandle, path: string): Promise<CsvFile> {
  const { size, mtimeMs } = await handle.stat();
  if (size > MAX_FILE_BYTES) throw tooLarge('bytes');
  const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
  const shape = csvShapeOf(buffer.subarray(0, bytesRead));
  if (shape === undefined) throw unreadable(bytesRead === 0 ? 'empty' : 'not-text');
  return { path, shape, sizeBytes: size, modifiedAt: Math.floor(mtimeMs) };
}

/** Looks at a file's size and first bytes. Fails with `file/not-found`, `import/unreadable` or `import/too-large`. */
export async function openCsv(path: string): Promise<CsvFile> {
  try {
    const handle = await open(path, 'r');
    return await inspectHandle(handle, path).finally(() => handle.close());
  } catch (thrown) {
    throw toReadError(thrown);
  }
}

/**
 * A file's text in chunks that never split a character. Bytes that are not of the file's encoding fail as `import/unreadable`:
 * a file in an old Arabic code page would otherwise turn names into rubbish without a word.
 */
export async function* textChunks({ path, shape }: CsvFile): AsyncGenerator<string> {
  const handle = await open(path, 'r');
  try {
    const decoder = new TextDecoder(shape.encoding, { fatal: true, ignoreBOM: true });
    let position = shape.bomBytes;
    const buffer = new Uint8Array(CHUNK_BYTES);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, position);
      const text = decode(decoder, buffer.subarray(0, bytesRead));
      if (text !== '') yield text;
      if (bytesRead === 0) return;
      position += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

/** Decodes the next bytes; none at all means that the text ends here. */
function decode(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: bytes.length > 0 });
  } catch (thrown) {
    throw unreadable('encoding', thrown);
  }
}
