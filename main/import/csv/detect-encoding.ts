import { isUtf8 } from 'node:buffer';
import type { CsvEncoding } from '#domain/import-reading';
import { byteChunks } from '../text-chunks';
import { markOf } from './byte-order-mark';
import { createCodePageGuess } from './code-page';

export interface DetectedEncoding {
  readonly encoding: CsvEncoding;
  /** False where only the likelier of several is told. */
  readonly isCertain: boolean;
}

/** Both bytes of most characters of a table in UTF-16 are digits, delimiters and line ends with a zero byte, on one side. */
function unmarkedUtf16(head: Uint8Array): CsvEncoding | undefined {
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at += 1) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = head.length / 10;
  if (odd > many && even * 20 < odd) return 'utf-16le';
  return even > many && odd * 20 < even ? 'utf-16be' : undefined;
}

/** How many bytes at the end belong to a UTF-8 character that goes on in the next chunk. */
function openEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < needed ? back : 0;
    }
  }
  return 0;
}

/** Whether a file is UTF-8 throughout. A text in a code page practically never is: its letters are no UTF-8 sequences. */
async function isUtf8File(path: string, signal: AbortSignal): Promise<boolean> {
  let rest = new Uint8Array(0);
  for await (const chunk of byteChunks(path, signal)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const open = openEnd(bytes);
    if (!isUtf8(bytes.subarray(0, bytes.length - open))) return false;
    rest = bytes.slice(bytes.length - open);
  }
  return rest.length === 0;
}

/**
 * Finds out the encoding of a text file, looking at all of it where its first bytes do not say: by byte order mark, by the zero bytes
 * of UTF-16, by being UTF-8 to the end, else by which Windows code page its letters look like.
 */
export async function detectEncoding(
  path: string,
  head: Uint8Array,
  signal: AbortSignal,
): Promise<DetectedEncoding> {
  const encoding = markOf(head)?.encoding ?? unmarkedUtf16(head);
  if (encoding !== undefined) return { encoding, isCertain: true };
  if (await isUtf8File(path, signal)) return { encoding: 'utf-8', isCertain: true };
  const codePage = createCodePageGuess();
  for await (const chunk of byteChunks(path, signal)) codePage.take(chunk);
  return codePage.guess();
}
