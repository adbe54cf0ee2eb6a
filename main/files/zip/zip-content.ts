import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { ByteSource } from './byte-source';
import type { ZipEntry } from './zip-directory';
import { unreadableZip, unsafeZip } from './zip-refusal';

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const CHUNK_BYTES = 64 * 1024;

/** Text of spreadsheets packs to a tenth, rarely to a hundredth; deflate reaches a thousandth with nothing but repetition. */
const MAX_RATIO = 200;
/** Small parts may be as repetitive as they like. */
const RATIO_COUNTS_FROM = 4 * 1024 * 1024;
/** What one part may unpack to; a million rows of every column are 1.5 GB. */
const MAX_UNPACKED_BYTES = 4 * 1024 * 1024 * 1024;

/** Where the packed bytes start: the local header has a name and an extra field of its own. */
async function contentStart(source: ByteSource, entry: ZipEntry): Promise<number> {
  const local = await source.read(entry.offset, LOCAL_BYTES);
  if (local.length < LOCAL_BYTES) throw unreadableZip('damaged');
  const view = new DataView(local.buffer, local.byteOffset, local.byteLength);
  if (view.getUint32(0, true) !== LOCAL_SIGNATURE) throw unreadableZip('damaged');
  return entry.offset + LOCAL_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
}

async function* packedChunks(source: ByteSource, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  let position = await contentStart(source, entry);
  const end = position + entry.packedBytes;
  while (position < end) {
    const chunk = await source.read(position, Math.min(CHUNK_BYTES, end - position));
    if (chunk.length === 0) throw unreadableZip('damaged');
    yield chunk;
    position += chunk.length;
  }
}

async function* inflated(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
  const input = Readable.from(packed, { highWaterMark: 1 });
  input.on('error', (error) => inflate.destroy(error));
  input.pipe(inflate);
  try {
    for await (const chunk of inflate) yield chunk as Uint8Array; // zlib streams answer buffers
  } finally {
    input.destroy();
    inflate.destroy();
  }
}

function isZlibError(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('Z_');
}

/**
 * The content of one file of an archive, unpacked chunk by chunk in constant memory. Fails with `import/unreadable` when it is
 * damaged, at the end also when its checksum is wrong, and with `import/expands-too-much` when it unpacks to more than it should: a small
 * file can hold gigabytes of zeros.
 */
export async function* zipContent(source: ByteSource, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.method !== STORED && entry.method !== DEFLATED) throw unreadableZip('damaged');
  const packed = packedChunks(source, entry);
  let unpackedBytes = 0;
  let crc = 0;
  try {
    for await (const chunk of entry.method === STORED ? packed : inflated(packed)) {
      unpackedBytes += chunk.length;
      if (unpackedBytes > MAX_UNPACKED_BYTES) throw unsafeZip('unpacked');
      if (unpackedBytes > RATIO_COUNTS_FROM && unpackedBytes > entry.packedBytes * MAX_RATIO)
        throw unsafeZip('ratio');
      crc = crc32(chunk, crc);
      yield chunk;
    }
  } catch (thrown) {
    throw isZlibError(thrown) ? unreadableZip('damaged', thrown) : thrown;
  }
  if (crc !== entry.crc) throw unreadableZip('damaged');
}
