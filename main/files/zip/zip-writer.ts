import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import type { WriteChunk } from '../atomic-file';
import { AppError } from '#domain/app-error';

/** Writes the files of an archive one after the other, as they come. */
export interface ZipWriter {
  /** Packs one file; its content is taken as fast as the packed bytes are written. */
  add(name: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>;
  /** Writes the directory, without which the archive is none. */
  finish(): Promise<void>;
}

interface Written {
  readonly name: Uint8Array;
  readonly offset: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
}

// Source of all layouts: PKWARE, APPNOTE.TXT 4.3. Sizes follow the content (flag 8), names are UTF-8 (flag 0x800).
const VERSION = 20;
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1980-01-01, the oldest date the format knows: the same content makes the same file whenever it is written. */
const DATE = 0x0021;
/** Past this an archive needs ZIP64, which not every reader of workbooks knows. */
const MAX_BYTES = 0xffffffff;
/** Level 6 packs our sheets by a tenth better and takes twice as long. */
const LEVEL = 4;

function record(bytes: number, fields: readonly (readonly [size: 2 | 4, value: number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(bytes));
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(view.buffer);
}

function localHeader(name: Uint8Array): Uint8Array {
  const unknown = [
    [4, 0],
    [4, 0],
    [4, 0],
  ] as const;
  return record(30, [
    [4, 0x04034b50],
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATED],
    [2, 0],
    [2, DATE],
    ...unknown,
    [2, name.length],
    [2, 0],
  ]);
}

function descriptor({ crc, packedBytes, bytes }: Written): Uint8Array {
  return record(16, [
    [4, 0x08074b50],
    [4, crc],
    [4, packedBytes],
    [4, bytes],
  ]);
}

function directoryHeader({ name, crc, packedBytes, bytes, offset }: Written): Uint8Array {
  const versions = [
    [2, VERSION],
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATED],
    [2, 0],
    [2, DATE],
  ] as const;
  const noExtras = [
    [2, 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
  ] as const;
  return record(46, [
    [4, 0x02014b50],
    ...versions,
    [4, crc],
    [4, packedBytes],
    [4, bytes],
    [2, name.length],
    ...noExtras,
    [4, offset],
  ]);
}

function endRecord(count: number, bytes: number, offset: number): Uint8Array {
  return record(22, [
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, bytes],
    [4, offset],
    [2, 0],
  ]);
}

function checkSize(bytes: number): void {
  if (bytes > MAX_BYTES) {
    throw new AppError('app/unexpected', { message: 'The archive would be larger than 4 GiB.' });
  }
}

/** An archive that is written as it comes, in constant memory, without knowing any size beforehand. */
export function createZipWriter(write: WriteChunk): ZipWriter {
  const files: Written[] = [];
  let offset = 0;

  async function put(bytes: Uint8Array): Promise<void> {
    offset += bytes.length;
    checkSize(offset);
    await write(bytes);
  }

  return {
    async add(path, content) {
      const start = offset;
      const name = Buffer.from(path, 'utf8');
      let crc = 0;
      let bytes = 0;
      await put(localHeader(name));
      await put(name);
      const contentStart = offset;
      async function* metered() {
        for await (const chunk of content) {
          crc = crc32(chunk, crc);
          bytes += chunk.length;
          checkSize(bytes);
          yield chunk;
        }
      }
      await pipeline(
        Readable.from(metered(), { highWaterMark: 1 }),
        createDeflateRaw({ level: LEVEL, chunkSize: 64 * 1024 }),
        async (packed: AsyncIterable<Uint8Array>) => {
          for await (const chunk of packed) await put(chunk);
        },
      );
      const written = { name, offset: start, crc, packedBytes: offset - contentStart, bytes };
      await put(descriptor(written));
      files.push(written);
    },

    async finish() {
      const start = offset;
      for (const file of files) {
        await put(directoryHeader(file));
        await put(file.name);
      }
      await put(endRecord(files.length, offset - start, start));
    },
  };
}
