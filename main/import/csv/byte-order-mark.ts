import type { CsvEncoding } from '#domain/import-reading';

/** The byte order marks of the encodings that have one. */
export const byteOrderMarks: readonly (readonly [CsvEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

export interface MarkedEncoding {
  readonly encoding: CsvEncoding;
  readonly bytes: number;
}

/** The encoding that the first bytes of a file name, with the length of its mark; undefined when there is none. */
export function markOf(head: Uint8Array): MarkedEncoding | undefined {
  const found = byteOrderMarks.find(([, mark]) => mark.every((byte, index) => head[index] === byte));
  return found === undefined ? undefined : { encoding: found[0], bytes: found[1].length };
}

/** How many bytes at the start of a file are a mark of this encoding and no text. */
export function markLength(head: Uint8Array, encoding: string): number {
  const mark = markOf(head);
  return mark?.encoding === encoding ? mark.bytes : 0;
}
