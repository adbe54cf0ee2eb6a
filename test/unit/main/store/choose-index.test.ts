import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { sortColumns, type ResolvedFilter } from '#domain/link-filter';
import { indexForFilter, indexForOrder } from '../../../../main/store/choose-index';
import { filterSql, orderSql } from '../../../../main/store/filter-sql';
import { tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
beforeEach(() => {
  store = tempStore();
});
afterEach(() => store.dispose());

function planOf(sql: string, filter: ResolvedFilter): readonly string[] {
  const explain = store.raw().prepare<(string | number)[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
  return explain.all(...filterSql(filter).params).map(({ detail }) => detail);
}

const filters: readonly ResolvedFilter[] = [
  {},
  { statuses: ['open'], currencies: ['KWD', ''], connectionIds: ['shop'], expiresFrom: 1, expiresUntil: 2 },
  { connectionIds: ['shop'] },
  { withoutExpiry: true, currencies: ['USD'] },
  { expiresUntil: 5 },
];

describe('a filter without a search', () => {
  it.each(filters)('is sorted without reading the table: %j', (filter) => {
    for (const by of sortColumns) {
      const sort = [{ by, direction: 'ascending' }] as const;
      const index = indexForOrder(sort);
      if (index === undefined) continue;
      const sql = `SELECT key FROM link INDEXED BY ${index} WHERE ${filterSql(filter).sql} ORDER BY ${orderSql(sort)}`;
      expect(planOf(sql, filter)[0]).toContain(`USING COVERING INDEX ${index}`);
    }
  });

  it.each(filters)('is summed without reading the table: %j', (filter) => {
    const sql = `SELECT status, currency, count(*), sum(amount_minor) FROM link INDEXED BY ${indexForFilter(filter)}
      WHERE ${filterSql(filter).sql} GROUP BY status, currency`;
    const [first = ''] = planOf(sql, filter);
    expect(first).toContain(`USING COVERING INDEX ${indexForFilter(filter)}`);
  });

  it('knows an index for the columns a table is usually sorted by', () => {
    const known = sortColumns.filter((by) => indexForOrder([{ by, direction: 'descending' }]) !== undefined);
    expect(known).toEqual(['reference', 'customerName', 'amount', 'status', 'expiresAt', 'createdAt']);
  });
});
