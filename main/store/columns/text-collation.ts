import type { TextColumn } from './link-arrays';

/** How SQLite compares the texts of a column. */
export interface Collation {
  /** The name of SQLite's collating sequence. */
  readonly name: 'NOCASE' | 'BINARY';
  /** Negative, 0 or positive. */
  readonly compare: (a: string, b: string) => number;
}

/**
 * SQLite's NOCASE: the 26 Latin letters without their case, else by UTF-8 bytes; what comes after a NUL in both counts by its
 * length only (https://www.sqlite.org/datatype3.html#collation, `nocaseCollatingFunc`).
 */
const noCase: Collation = {
  name: 'NOCASE',
  compare: (a, b) => {
    const shorter = Math.min(a.length, b.length);
    for (let at = 0; at < shorter; at++) {
      const left = lowerUnit(a.charCodeAt(at));
      const right = lowerUnit(b.charCodeAt(at));
      if (left !== right) return inCodePointOrder(left) - inCodePointOrder(right);
      if (left === 0) return Buffer.byteLength(a) - Buffer.byteLength(b);
    }
    return a.length - b.length;
  },
};

/** SQLite's BINARY: by UTF-8 bytes. */
const binary: Collation = {
  name: 'BINARY',
  compare: (a, b) => {
    const shorter = Math.min(a.length, b.length);
    for (let at = 0; at < shorter; at++) {
      const left = a.charCodeAt(at);
      const right = b.charCodeAt(at);
      if (left !== right) return inCodePointOrder(left) - inCodePointOrder(right);
    }
    return a.length - b.length;
  },
};

export const collations: Readonly<Record<TextColumn, Collation>> = {
  reference: noCase,
  customerName: noCase,
  linkId: binary,
};

const lowerUnit = (unit: number): number => (unit >= 65 && unit <= 90 ? unit + 32 : unit);

/** UTF-8 bytes are in the order of code points: characters of two units come after all others, not before U+E000. */
function inCodePointOrder(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** What stands where no print was made yet; a print is 0 by a chance of 10^-16. */
export const unknownPrint = 0;

/**
 * A number of 53 bits for a text, the same for the same text (cyrb53, public domain,
 * https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js). Two texts share one by a chance of 10^-16.
 */
export function fingerprint(text: string | null): number {
  if (text === null) return -1;
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (b & 0x1fffff) * 0x100000000 + (a >>> 0);
}
