import type { ByteSource } from './byte-source';
import { encryptedZip, unreadableZip, unsafeZip } from './zip-refusal';

/** One file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly crc: number;
  /** Where its local header starts. */
  readonly offset: number;
}

/** The files of an archive by their names in lower case: names of OOXML parts do not heed case (ECMA-376-2, 6.2.2.3). */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

// Source of all layouts: PKWARE, APPNOTE.TXT 4.3.
const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const END64_LOCATOR_BYTES = 20;
const END64_SIGNATURE = 0x06064b50;
const END64_BYTES = 56;
const HEADER_SIGNATURE = 0x02014b50;
const HEADER_BYTES = 46;
const IN_ZIP64 = 0xffffffff;
const ZIP64_EXTRA = 1;
const ENCRYPTED_FLAG = 1;

/** A workbook has a part for each sheet, picture and chart; an archive with more than this is something else. */
const MAX_ENTRIES = 4_096;
const MAX_DIRECTORY_BYTES = 4 * 1024 * 1024;

interface DirectoryPlace {
  readonly count: number;
  readonly bytes: number;
  readonly offset: number;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function uint64(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

async function readView(source: ByteSource, position: number, length: number): Promise<DataView> {
  if (!Number.isSafeInteger(position) || position < 0) throw unreadableZip('damaged');
  const bytes = await source.read(position, length);
  if (bytes.length < length) throw unreadableZip('damaged');
  return viewOf(bytes);
}

async function findEnd(source: ByteSource): Promise<{ view: DataView; position: number }> {
  const length = Math.min(source.size, END_BYTES + MAX_COMMENT_BYTES);
  const start = source.size - length;
  const bytes = await source.read(start, length);
  const view = viewOf(bytes);
  for (let at = bytes.length - END_BYTES; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    return { view: viewOf(bytes.subarray(at)), position: start + at };
  }
  throw unreadableZip('not-zip');
}

async function placeIn64(source: ByteSource, endPosition: number): Promise<DirectoryPlace> {
  const locator = await readView(source, endPosition - END64_LOCATOR_BYTES, END64_LOCATOR_BYTES);
  if (locator.getUint32(0, true) !== END64_LOCATOR_SIGNATURE) throw unreadableZip('damaged');
  const end = await readView(source, uint64(locator, 8), END64_BYTES);
  if (end.getUint32(0, true) !== END64_SIGNATURE) throw unreadableZip('damaged');
  return { count: uint64(end, 32), bytes: uint64(end, 40), offset: uint64(end, 48) };
}

async function findDirectory(source: ByteSource): Promise<DirectoryPlace> {
  const { view, position } = await findEnd(source);
  const place = {
    count: view.getUint16(10, true),
    bytes: view.getUint32(12, true),
    offset: view.getUint32(16, true),
  };
  const isIn64 = place.count === 0xffff || place.bytes === IN_ZIP64 || place.offset === IN_ZIP64;
  return isIn64 ? placeIn64(source, position) : place;
}

/** Sizes and places that do not fit 32 bits stand in an extra field, in this order and only as far as they do not fit. */
function wideNumbers(header: DataView, extra: DataView, fields: readonly number[]): readonly number[] {
  const narrow = fields.map((at) => header.getUint32(at, true));
  if (!narrow.includes(IN_ZIP64)) return narrow;
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== ZIP64_EXTRA) continue;
    let next = at + 4;
    return narrow.map((value) => {
      if (value !== IN_ZIP64) return value;
      next += 8;
      return uint64(extra, next - 8);
    });
  }
  return narrow;
}

/** The entry whose header starts at `at`, and where the next one starts. */
function readHeader(bytes: Uint8Array, at: number): { entry: ZipEntry; next: number } {
  const header = viewOf(bytes.subarray(at));
  if (header.getUint32(0, true) !== HEADER_SIGNATURE) throw unreadableZip('damaged');
  if ((header.getUint16(8, true) & ENCRYPTED_FLAG) !== 0) throw encryptedZip();
  const extraAt = HEADER_BYTES + header.getUint16(28, true);
  const commentAt = extraAt + header.getUint16(30, true);
  const name = new TextDecoder().decode(bytes.subarray(at + HEADER_BYTES, at + extraAt));
  const extra = viewOf(bytes.subarray(at + extraAt, at + commentAt));
  const [, packedBytes = 0, offset = 0] = wideNumbers(header, extra, [24, 20, 42]);
  const entry = {
    name,
    method: header.getUint16(10, true),
    crc: header.getUint32(16, true),
    packedBytes,
    offset,
  };
  return { entry, next: at + commentAt + header.getUint16(32, true) };
}

/**
 * Reads which files an archive holds. Refuses encrypted ones, ones that name a file twice (two readers might see two different
 * files) and ones with more entries than a workbook has.
 */
export async function readZipDirectory(source: ByteSource): Promise<ZipDirectory> {
  const place = await findDirectory(source);
  if (place.count > MAX_ENTRIES || place.bytes > MAX_DIRECTORY_BYTES) throw unsafeZip('entries');
  const view = await readView(source, place.offset, place.bytes);
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const entries = new Map<string, ZipEntry>();
  try {
    let at = 0;
    for (let index = 0; index < place.count; index += 1) {
      const { entry, next } = readHeader(bytes, at);
      const key = entry.name.toLowerCase();
      if (entries.has(key)) throw unreadableZip('damaged');
      entries.set(key, entry);
      at = next;
    }
  } catch (thrown) {
    // A view throws where its bytes end.
    throw thrown instanceof RangeError ? unreadableZip('damaged', thrown) : thrown;
  }
  return entries;
}
