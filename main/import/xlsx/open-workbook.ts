import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { toReadError } from '../../files/file-error';
import { bytesOfFile } from '../../files/zip/byte-source';
import type { ByteSource } from '../../files/zip/byte-source';
import { readZipDirectory } from '../../files/zip/zip-directory';
import { encryptedWorkbook, oldWorkbook } from './workbook-refusal';
import { readWorkbookParts } from './workbook-parts';
import type { Package, WorkbookParts } from './workbook-parts';

/** A workbook whose cells can be read. */
export interface OpenWorkbook extends Package {
  readonly parts: WorkbookParts;
}

/** The container of Excel 97 to 2003, which Excel also puts around a workbook with a password (MS-CFB 2.2, MS-OFFCRYPTO 2.3). */
const oldContainer = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const DIRECTORY_START = 48;
const SECTOR_SHIFT = 30;
const DIRECTORY_BYTES_SEARCHED = 16 * 1024;
/** The stream that an encrypted workbook is kept in, as its name stands in the container's directory. */
const encryptedName = Buffer.from('EncryptedPackage', 'utf16le');

async function isEncrypted(source: ByteSource): Promise<boolean> {
  const header = Buffer.from(await source.read(0, 512));
  if (header.length < 512) return false;
  const sectorBytes = 2 ** header.readUInt16LE(SECTOR_SHIFT);
  const position = (header.readUInt32LE(DIRECTORY_START) + 1) * sectorBytes;
  return Buffer.from(await source.read(position, DIRECTORY_BYTES_SEARCHED)).includes(encryptedName);
}

/** Refuses what is no archive at all, with the advice that helps. */
async function refuseOldContainer(source: ByteSource): Promise<void> {
  const head = await source.read(0, oldContainer.length);
  if (!oldContainer.every((byte, index) => head[index] === byte)) return;
  throw (await isEncrypted(source)) ? encryptedWorkbook() : oldWorkbook();
}

async function openHandle(handle: FileHandle): Promise<OpenWorkbook> {
  const { size } = await handle.stat();
  const source = bytesOfFile(handle, size);
  await refuseOldContainer(source);
  const directory = await readZipDirectory(source);
  const opened = { source, directory };
  return { ...opened, parts: await readWorkbookParts(opened) };
}

/**
 * Opens a workbook for as long as `use` takes. Fails with `file/not-found`, `import/old-workbook`,
 * `import/password-protected`, `import/unreadable`, a code of a limit, or with what `use` threw.
 */
export async function withWorkbook<T>(path: string, use: (workbook: OpenWorkbook) => Promise<T>): Promise<T> {
  try {
    const handle = await open(path, 'r');
    try {
      return await use(await openHandle(handle));
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    throw toReadError(thrown);
  }
}
