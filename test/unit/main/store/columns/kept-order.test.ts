import { describe, expect, it } from 'vitest';

import { KeptOrder } from '../../../../../main/store/columns/kept-order';
import { rankNumbers } from '../../../../../main/store/columns/rank-numbers';

describe('a kept order', () => {
  it('forgets a ranking under way once it had to be made at once', () => {
    const values = Float64Array.of(3, 1, 2);
    const order = new KeptOrder(
      {
        rank: () => rankNumbers(values.slice()),
        comparing: () => ({
          isAbsent: () => false,
          compare: (a, b) => (values[a] ?? 0) - (values[b] ?? 0),
        }),
      },
      () => 10,
    );
    const slow = order.rank();
    slow.next();
    expect([...order.current().order]).toEqual([1, 2, 0]);
    values[0] = 0;
    order.note(0);
    expect([...order.current().order]).toEqual([0, 1, 2]);
    while (slow.next().done !== true);
    expect([...order.current().order]).toEqual([0, 1, 2]);
  });
});
