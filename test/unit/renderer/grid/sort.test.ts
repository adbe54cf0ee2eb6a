import { describe, expect, it } from 'vitest';
import { nextSort } from '../../../../renderer/grid/sort';

const byAmount = { columnId: 'amount', direction: 'asc' } as const;
const byStatus = { columnId: 'status', direction: 'desc' } as const;

describe('sorting by clicks on headers', () => {
  it('goes from none to ascending to descending to none', () => {
    const first = nextSort([], 'amount', false);
    const second = nextSort(first, 'amount', false);
    expect(first).toEqual([byAmount]);
    expect(second).toEqual([{ columnId: 'amount', direction: 'desc' }]);
    expect(nextSort(second, 'amount', false)).toEqual([]);
  });

  it('makes another column the only level', () => {
    expect(nextSort([byStatus], 'amount', false)).toEqual([byAmount]);
  });

  it('adds a level with Shift and keeps the others in their order', () => {
    expect(nextSort([byStatus], 'amount', true)).toEqual([byStatus, byAmount]);
    expect(nextSort([byAmount, byStatus], 'amount', true)).toEqual([
      { columnId: 'amount', direction: 'desc' },
      byStatus,
    ]);
    expect(nextSort([byStatus, byAmount], 'status', true)).toEqual([byAmount]);
  });
});
