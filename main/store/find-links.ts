import type { LinkSort, ResolvedFilter } from '#domain/link-filter';

import { indexForFilter, indexForOrder } from './choose-index';
import type { ColumnTable } from './columns/column-table';
import { filterSql, orderSql } from './filter-sql';
import { gatherAtOnce } from './gather-keys';
import { isSlow, keySetsOf, withoutSearches } from './key-sets';
import { createLinkSums } from './link-sums';
import { wholeResult, type QueryResult } from './result-shelf';
import type { StoreDatabase } from './store-database';

/** Which links, in which order. */
export interface LinkQuery {
  readonly filter: ResolvedFilter;
  readonly sort: readonly LinkSort[];
}

/** Finds all rows of a query at once: in memory if they can be told there, else by SQL, to the same result. */
export function createLinkFinder(
  db: StoreDatabase,
  columns: ColumnTable | undefined,
): (query: LinkQuery) => QueryResult {
  const sums = createLinkSums(db);
  return (query) => {
    if (columns !== undefined && canAnswer(columns, query)) {
      const sets = keySetsOf(query.filter);
      const texts = [...sets.only, ...sets.without].some(isSlow)
        ? columns.searchTexts(query.filter)
        : undefined;
      const lists = gatherAtOnce(texts === undefined ? sets : withoutSearches(sets), db);
      return columns.query({ ...query, ...lists, texts });
    }
    return wholeResult(findKeys(db, query), sums.ofFilter(query.filter));
  };
}

/** True when the columns are loaded, and ranked in this order. */
export function canAnswer(columns: ColumnTable, { sort }: Pick<LinkQuery, 'sort'>): boolean {
  return columns.isReady && columns.canSort(sort);
}

function findKeys(db: StoreDatabase, { filter, sort }: LinkQuery): Int32Array {
  const where = filterSql(filter);
  const read = (index: string | undefined, order: string): Int32Array => {
    const from = index === undefined ? 'link' : `link INDEXED BY ${index}`;
    const sql = `SELECT key FROM ${from} WHERE ${where.sql} ${order}`;
    const found = db.prepare<(string | number)[], number>(sql).pluck();
    return Int32Array.from(found.all(...where.params));
  };
  const { only } = keySetsOf(filter);
  // Few links are in a list: they are read by their keys.
  if (only.length > 0) return read(undefined, `ORDER BY ${orderSql(sort)}`);
  // Sorting numbers here costs a fifth of having SQLite go through the table in the order of its keys.
  if (sort.length === 0) return read(indexForFilter(filter), '').sort();
  return read(indexForOrder(filter, sort), `ORDER BY ${orderSql(sort)}`);
}
