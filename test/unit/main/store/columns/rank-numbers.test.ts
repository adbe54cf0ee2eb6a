import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { rankNumbers } from '../../../../../main/store/columns/rank-numbers';

const number = fc.oneof(
  fc.double({ noNaN: true }).map((value) => value + 0),
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }),
  fc.constant(NaN),
);

describe('ranking numbers', () => {
  it('orders any doubles as comparing does, equal ones and absent ones by slot', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 60 }), (numbers) => {
        const values = Float64Array.from(numbers, (value) => (value === 0 ? 0 : value));
        const steps = rankNumbers(values);
        let step = steps.next();
        while (step.done !== true) step = steps.next();
        const slots = [...values.keys()];
        const valued = slots.filter((slot) => !Number.isNaN(values[slot]));
        const sorted = valued.toSorted((a, b) => {
          const [left = 0, right = 0] = [values[a], values[b]];
          return left < right ? -1 : left > right ? 1 : a - b;
        });
        const { order, present, starts } = step.value;
        expect([...order]).toEqual([...sorted, ...slots.filter((slot) => Number.isNaN(values[slot]))]);
        expect(present).toBe(valued.length);
        expect([...starts.subarray(0, present)]).toEqual(
          sorted.map((slot, place) => Number(place === 0 || values[slot] !== values[sorted[place - 1] ?? 0])),
        );
      }),
    );
  });
});
