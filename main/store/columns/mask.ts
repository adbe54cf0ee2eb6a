/** One byte a slot, in memory of its own: 1 for links that pass, 0 for others. */
export type Mask = Uint8Array<ArrayBuffer>;

/** So many words of four bytes that are 0 or 1 are added before a byte overflows. */
const wordsAtOnce = 255;

/** How many slots pass: four bytes are added at once. */
export function countMask(mask: Mask): number {
  const words = new Uint32Array(mask.buffer, 0, mask.length >> 2);
  let count = 0;
  for (let index = 0; index < words.length;) {
    const end = Math.min(words.length, index + wordsAtOnce);
    let sum = 0;
    for (; index < end; index++) sum = (sum + (words[index] ?? 0)) | 0;
    count += (sum & 255) + ((sum >>> 8) & 255) + ((sum >>> 16) & 255) + (sum >>> 24);
  }
  for (let slot = words.length * 4; slot < mask.length; slot++) count += mask[slot] ?? 0;
  return count;
}

/** The slots that pass, ascending; `count` is how many these are. */
export function slotsOfMask(mask: Mask, count: number): Int32Array<ArrayBuffer> {
  // Each slot is written where the next hit belongs, and stays there only if it is one: without a branch it takes half as long.
  const slots = new Int32Array(count + 1);
  let found = 0;
  for (let slot = 0; slot < mask.length; slot++) {
    slots[found] = slot;
    found += mask[slot] ?? 0;
  }
  return slots.subarray(0, count);
}

/** How many of the slots that pass have each code; codes are below `size`. */
export function countCodes(mask: Mask, codes: Uint8Array | Uint16Array | Int32Array, size: number): Int32Array {
  // Additions to one place wait for each other, and neighbours often have the same code: they take turns in two places.
  const [counts, others] = [new Int32Array(size), new Int32Array(size)];
  const last = mask.length - 1;
  for (let slot = 0; slot < last; slot += 2) {
    const code = codes[slot] ?? 0;
    counts[code] = (counts[code] ?? 0) + (mask[slot] ?? 0);
    const other = codes[slot + 1] ?? 0;
    others[other] = (others[other] ?? 0) + (mask[slot + 1] ?? 0);
  }
  if (mask.length % 2 === 1) others[codes[last] ?? 0] = (others[codes[last] ?? 0] ?? 0) + (mask[last] ?? 0);
  return counts.map((count, code) => count + (others[code] ?? 0));
}
