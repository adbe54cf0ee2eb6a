/** One byte a slot, in memory of its own: 1 for links that pass, 0 for others. */
export type Mask = Uint8Array<ArrayBuffer>;

// Each loop over all slots is a function of its own that ends with it. V8 compiles a long loop while it runs, and gives the
// code up again when it comes to a line behind the loop that it has never seen run: the next call begins in the interpreter.

/** How many slots pass. */
export function countMask(mask: Mask): number {
  const words = new Uint32Array(mask.buffer, 0, mask.length >> 2);
  return mask.subarray(words.length * 4).reduce((count, pass) => count + pass, countWords(words));
}

/** So many words of four bytes that are 0 or 1 are added before a byte overflows. */
const wordsAtOnce = 255;

function countWords(words: Uint32Array): number {
  let count = 0;
  for (let index = 0; index < words.length;) {
    const end = Math.min(words.length, index + wordsAtOnce);
    let sum = 0;
    for (; index < end; index++) sum = (sum + (words[index] ?? 0)) | 0;
    count += (sum & 255) + ((sum >>> 8) & 255) + ((sum >>> 16) & 255) + (sum >>> 24);
  }
  return count;
}

/** The slots that pass, ascending; `count` is how many these are. */
export function slotsOfMask(mask: Mask, count: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(count + 1);
  listSlots(mask, slots);
  return slots.subarray(0, count);
}

/** Writes each slot where the next hit belongs, and there it stays only if it is one: without a branch it takes half as long. */
function listSlots(mask: Mask, slots: Int32Array): void {
  let found = 0;
  for (let slot = 0; slot < mask.length; slot++) {
    slots[found] = slot;
    found += mask[slot] ?? 0;
  }
}

type Codes = Uint8Array | Uint16Array | Int32Array;

/** How many of the slots that pass have each code; codes are below `size`. */
export function countCodes(mask: Mask, codes: Codes, size: number): Int32Array {
  const counts = new Int32Array(size * 2);
  addCodes(counts, mask, codes);
  return counts.subarray(0, size).map((count, code) => count + (counts[size + code] ?? 0));
}

/** Additions to one place wait for each other, and neighbours often have the same code: they take turns in two halves. */
function addCodes(counts: Int32Array, mask: Mask, codes: Codes): void {
  const half = counts.length >> 1;
  for (let slot = 0; slot < mask.length; slot++) {
    const place = (codes[slot] ?? 0) + (slot & 1) * half;
    counts[place] = (counts[place] ?? 0) + (mask[slot] ?? 0);
  }
}

/** The slots of a mask that have a code. */
export function maskOfCode(mask: Mask, codes: Codes, code: number): Mask {
  const own = new Uint8Array(mask.length);
  for (let slot = 0; slot < own.length; slot++) own[slot] = (mask[slot] ?? 0) & Number(codes[slot] === code);
  return own;
}
