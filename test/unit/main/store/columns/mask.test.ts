import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { countCodes, countMask, slotsOfMask } from '../../../../../main/store/columns/mask';

/** Long enough for what is added four bytes at a time to be carried more than once. */
const marks = fc
  .tuple(fc.array(fc.nat(1), { maxLength: 40 }), fc.integer({ min: 0, max: 3_000 }))
  .map(([some, more]) => Uint8Array.from([...some, ...new Array<number>(more).fill(1)]));

const passing = (mask: Uint8Array): number[] => [...mask.keys()].filter((slot) => mask[slot] === 1);

describe('a mask', () => {
  it('tells how many pass, and which', () => {
    fc.assert(
      fc.property(marks, (mask) => {
        expect(countMask(mask)).toBe(passing(mask).length);
        expect([...slotsOfMask(mask, countMask(mask))]).toEqual(passing(mask));
      }),
    );
  });

  it('tells how many of each code pass', () => {
    fc.assert(
      fc.property(marks, fc.array(fc.nat(4), { minLength: 3_040, maxLength: 3_040 }), (mask, codes) => {
        const counts = [0, 1, 2, 3, 4].map(
          (code) => passing(mask).filter((slot) => codes[slot] === code).length,
        );
        expect([...countCodes(mask, Uint8Array.from(codes), 5)]).toEqual(counts);
      }),
    );
  });
});
