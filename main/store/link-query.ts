import type { LinkSelection, LinkSort, ResolvedFilter } from '#domain/link-filter';
import type { LinkRow } from '#domain/payment-link';

import { indexForFilter, indexForOrder } from './choose-index';
import { filterSql, orderSql, type SqlPart } from './filter-sql';
import { linkColumns, toLinkRow, type StoredLinkRow } from './link-columns';
import { createLinkSums, type LinkTotals } from './link-sums';
import { ResultShelf } from './result-shelf';
import { searchSql } from './search-index';
import type { OpenedQuery } from './store-api';
import type { StoreDatabase } from './store-database';

/** Queries are answered keys first: a query is its sorted list of keys, and a page is read by its keys. */
export interface LinkQueries {
  open(filter: ResolvedFilter, sort: readonly LinkSort[]): OpenedQuery;
  readRange(handle: number, start: number, end: number): readonly LinkRow[];
  close(handle: number): void;
  closeAll(): void;
  readRows(keys: ArrayLike<number>): readonly LinkRow[];
  freeze(selection: LinkSelection): readonly number[];
  sum(selection: LinkSelection): LinkTotals;
  /** The keys in an order; keys of no link are left out. */
  order(keys: readonly number[], sort: readonly LinkSort[]): readonly number[];
}

export function createLinkQueries(db: StoreDatabase, shelf = new ResultShelf()): LinkQueries {
  const sums = createLinkSums(db);
  const countAll = db.prepare<[], number>('SELECT count(*) FROM link').pluck();
  const readRows = createRowReader(db);

  const open = (filter: ResolvedFilter, sort: readonly LinkSort[]): OpenedQuery => {
    const where = filterSql(filter);
    const keys = findKeys(db, { filter, where, sort });
    // A search is dearer than reading its hits once more by key.
    const totals = isSearch(filter) ? sums.ofKeys(keys) : sums.ofFilter(where, indexForFilter(filter));
    return {
      handle: shelf.add(keys),
      total: keys.length,
      cached: countAll.get() ?? 0,
      sums: totals.sums,
      byStatus: totals.byStatus,
    };
  };

  return {
    open,
    readRange: (handle, start, end) =>
      readRows(shelf.keysOf(handle).subarray(Math.max(0, start), Math.max(0, end))),
    close: (handle) => shelf.close(handle),
    closeAll: () => shelf.clear(),
    readRows,
    freeze: (selection) => [...selectedKeys(shelf, selection)],
    sum: (selection) => sums.ofKeys(selectedKeys(shelf, selection)),
    order: (keys, sort) =>
      db
        .prepare<[string], number>(
          `SELECT link.key FROM json_each(?) AS picked CROSS JOIN link ON link.key = picked.value
           ORDER BY ${orderSql(sort)}`,
        )
        .pluck()
        .all(JSON.stringify(keys)),
  };
}

function isSearch({ search }: ResolvedFilter): boolean {
  return search !== undefined && searchSql(search) !== undefined;
}

interface KeyQuery {
  readonly filter: ResolvedFilter;
  readonly where: SqlPart;
  readonly sort: readonly LinkSort[];
}

function findKeys(db: StoreDatabase, { filter, where, sort }: KeyQuery): Int32Array {
  const read = (from: string, order: string): Int32Array => {
    const sql = `SELECT key FROM ${from} WHERE ${where.sql} ${order}`;
    const found = db.prepare<(string | number)[], number>(sql).pluck();
    return Int32Array.from(found.all(...where.params));
  };
  if (isSearch(filter)) return read('link', `ORDER BY ${orderSql(sort)}`);
  // Sorting numbers here costs a fifth of having SQLite go through the table in the order of its keys.
  if (sort.length === 0) return read(`link INDEXED BY ${indexForFilter(filter)}`, '').sort();
  const index = indexForOrder(sort);
  return read(index === undefined ? 'link' : `link INDEXED BY ${index}`, `ORDER BY ${orderSql(sort)}`);
}

function createRowReader(db: StoreDatabase): (keys: ArrayLike<number>) => readonly LinkRow[] {
  const read = db.prepare<[string], StoredLinkRow>(
    `SELECT ${linkColumns.map((column) => `link.${column}`).join(', ')},
       EXISTS (
         SELECT 1 FROM edit WHERE link_key = link.key AND state IN ('queued', 'sending', 'unknown')
       ) AS pending,
       EXISTS (SELECT 1 FROM edit WHERE link_key = link.key AND state = 'conflict') AS conflict
     FROM json_each(?) AS picked CROSS JOIN link ON link.key = picked.value
     ORDER BY picked.key`,
  );
  return (keys) => read.all(JSON.stringify(Array.from(keys))).map(toLinkRow);
}

function selectedKeys(shelf: ResultShelf, selection: LinkSelection): Int32Array {
  if (selection.mode === 'only') return Int32Array.from(new Set(selection.keys));
  const excluded = new Set(selection.keys);
  return shelf.keysOf(selection.handle).filter((key) => !excluded.has(key));
}
