import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sortColumns, type SortColumn } from '#domain/link-filter';
import { firstSlots } from '../../../../../main/store/columns/first-slots';
import { hitsOfMask } from '../../../../../main/store/columns/hits';
import { countMask } from '../../../../../main/store/columns/mask';
import { orderSlots, type ColumnOrder } from '../../../../../main/store/columns/order-slots';
import { rankNumbers } from '../../../../../main/store/columns/rank-numbers';

function rankingOf(values: readonly number[]): ColumnOrder {
  const steps = rankNumbers(Float64Array.from(values));
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Whole orders of many and of few values, some absent, and plain numbers to sort by. */
const size = 300;
const column = (value: fc.Arbitrary<number>) => fc.array(value, { minLength: size, maxLength: size });
const many = column(
  fc.oneof({ weight: 9, arbitrary: fc.nat(10_000) }, { weight: 1, arbitrary: fc.constant(NaN) }),
);
const few = column(fc.oneof(fc.nat(2), fc.constant(NaN)));
const codes = column(fc.nat(4)).map((values) => ({ values: Uint8Array.from(values), groups: 4 }));

const sort = fc.uniqueArray(
  fc.record({
    by: fc.constantFrom(...sortColumns),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  }),
  { maxLength: 3, selector: ({ by }) => by },
);

describe('the first rows of an order', () => {
  it('are those the whole order begins with', () => {
    fc.assert(
      fc.property(
        fc.record({
          many,
          few,
          codes,
          sort,
          passes: column(fc.nat(3)),
          limit: fc.integer({ min: 1, max: 40 }),
          tied: fc.constantFrom(0, 8, size),
        }),
        ({ passes, limit, ...given }) => {
          const orders = [rankingOf(given.many), rankingOf(given.few), given.codes];
          const orderOf = (by: SortColumn) => orders[sortColumns.indexOf(by) % orders.length] ?? given.codes;
          const mask = Uint8Array.from(passes, (pass) => Number(pass > 0));
          const sorting = { hits: hitsOfMask(mask, countMask(mask)), sort: given.sort, orderOf };
          const first = firstSlots(sorting, { limit, few: 0, tied: given.tied });
          expect([...first]).toEqual([...orderSlots(sorting).subarray(0, limit)]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
