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
  { statuses: ['open'], currencies: ['KWD', ''], connectionIds: ['shop'], expires: { from: 1, until: 2 } },
  { not: { statuses: ['open'], currencies: ['KWD'] } },
  { connectionIds: ['shop'] },
  { expires: { none: true }, currencies: ['USD'] },
  { expires: { until: 5 } },
];

describe('a filter without a search', () => {
  it.each(filters)('is sorted without reading the table: %j', (filter) => {
    for (const by of sortColumns) {
      const sort = [{ by, direction: 'ascending' }] as const;
      const index = indexForOrder(filter, sort);
      if (index === undefined) continue;
      const sql = `SELECT key FROM link INDEXED BY ${index} WHERE ${filterSql(filter).sql} ORDER BY ${orderSql(sort)}`;
      expect(planOf(sql, filter)[0]).toContain(`USING COVERING INDEX ${index}`);
    }
  });

  it.each(filters)('is summed without reading the table: %j', (filter) => {
    const index = indexForFilter(filter) ?? 'none';
    const sql = `SELECT status, currency, count(*), sum(amount_minor) FROM link INDEXED BY ${index}
      WHERE ${filterSql(filter).sql} GROUP BY status, currency`;
    const [first = ''] = planOf(sql, filter);
    expect(first).toContain(`USING COVERING INDEX ${index}`);
  });

  it('knows an index for the columns a table is usually sorted by', () => {
    const known = sortColumns.filter(
      (by) => indexForOrder({}, [{ by, direction: 'descending' }]) !== undefined,
    );
    expect(known).toEqual(['reference', 'customerName', 'amount', 'status', 'expiresAt', 'createdAt']);
  });

  it('is not tied to an index that lacks what it names', () => {
    for (const filter of [
      { amount: { above: '5' } },
      { attempts: { from: '1' } },
      { checked: { until: 1 } },
    ]) {
      expect(indexForFilter(filter)).toBeUndefined();
      expect(indexForOrder(filter, [{ by: 'amount', direction: 'ascending' }])).toBeUndefined();
    }
  });
});
