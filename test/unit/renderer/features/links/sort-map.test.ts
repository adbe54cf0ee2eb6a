import { describe, expect, it } from 'vitest';
import { sortColumns } from '#domain/link-filter';
import { toGridSort, toLinkSort } from '../../../../../renderer/features/links/table/sort-map';

describe('the order of the table', () => {
  it('comes back from the query as it went there, level by level', () => {
    const sort = sortColumns.map((by, index) => ({
      by,
      direction: index % 2 === 0 ? ('ascending' as const) : ('descending' as const),
    }));
    expect(toLinkSort(toGridSort(sort))).toEqual(sort);
  });

  it('leaves out a column that the store cannot sort by', () => {
    expect(toLinkSort([{ columnId: 'orderText', direction: 'asc' }])).toEqual([]);
  });
});
