import type { LinkPage, LinkQueryAnswer, LinkTotals } from '#contract/links';
import type { ExportSelection } from '#domain/export-spec';
import type { CurrencySum, LinkSelection, LinkSort } from '#domain/link-filter';
import type { LinkRow } from '#domain/payment-link';

import type { ColumnTable } from './columns/column-table';
import { orderSql } from './filter-sql';
import { createLinkFinder, type LinkQuery } from './find-links';
import { HeldKeys } from './held-keys';
import { linkColumns, toLinkRow, type StoredLinkRow } from './link-columns';
import { createLinkSums } from './link-sums';
import { hasTwin } from './link-twins';
import { readAllKeys } from './read-all-keys';
import { ResultShelf, type FirstRows, type QueryResult } from './result-shelf';
import type { StoreDatabase } from './store-database';

/** A query, with the keys of links whose place is wanted. */
export interface AskedQuery extends LinkQuery {
  readonly anchors?: readonly number[];
}

/** Queries are answered keys first: a query is its sorted list of keys, and a page is read by its keys. */
export interface LinkQueries {
  /** Finds all rows at once. */
  open(query: AskedQuery): LinkQueryAnswer;
  find(query: LinkQuery): QueryResult;
  /** Puts a result on the shelf and answers its first page. */
  shelve(result: QueryResult | FirstRows, anchors: readonly number[]): LinkQueryAnswer;
  complete(handle: number, result: QueryResult): void;
  /** True when these rows can be read without finding more. @throws AppError `store/result-closed`, as the next four do. */
  isKnown(handle: number, end?: number): boolean;
  totals(handle: number): LinkTotals;
  readRange(handle: number, start: number, end: number): readonly LinkRow[];
  freeze(selection: LinkSelection): readonly number[];
  sum(selection: LinkSelection): { readonly count: number; readonly sums: readonly CurrencySum[] };
  close(handle: number): void;
  closeAll(): void;
  readRows(keys: ArrayLike<number>): readonly LinkRow[];
  /** Freezes a selection and holds its keys, in the order of its query, else in this one. Keys of no link are left out. */
  hold(
    selection: ExportSelection,
    sort: readonly LinkSort[],
  ): { readonly handle: number; readonly total: number };
  held(handle: number): Int32Array;
  drop(handle: number): void;
}

export interface LinkQueriesOptions {
  /** Without them everything is answered by SQL. */
  readonly columns?: ColumnTable | undefined;
  readonly shelf?: ResultShelf;
  readonly openBeside: () => StoreDatabase;
}

export function createLinkQueries(
  db: StoreDatabase,
  { columns, shelf = new ResultShelf(), openBeside }: LinkQueriesOptions,
): LinkQueries {
  const find = createLinkFinder(db, columns);
  const readRows = createRowReader(db);
  const shelve = createShelving(db, shelf, readRows);
  const sumOf = createSelectionSums(db, columns);
  const keysOf = createOrderedKeys(db, { find, shelf, openBeside });
  const held = new HeldKeys();
  return {
    open: (query) => shelve(find(query), query.anchors ?? []),
    find,
    shelve,
    complete: (handle, result) => shelf.complete(handle, result),
    isKnown: (handle, end = Infinity) => end <= shelf.knownCount(handle),
    totals: (handle) => shelf.resultOf(handle).totals,
    readRange: (handle, start, end) =>
      readRows(shelf.keysUntil(handle, end).subarray(Math.max(0, start), Math.max(0, end))),
    freeze: (selection) => [...selectedKeys(shelf, selection)],
    sum: (selection) => sumOf(selectedKeys(shelf, selection)),
    close: (handle) => shelf.close(handle),
    closeAll: () => {
      shelf.clear();
      held.clear();
    },
    readRows,
    hold: (selection, sort) => held.add(keysOf(selection, sort)),
    held: (handle) => held.keysOf(handle),
    drop: (handle) => held.drop(handle),
  };
}

/** How many rows come with the answer. */
export const rowsAPage = 200;

function createShelving(
  db: StoreDatabase,
  shelf: ResultShelf,
  readRows: LinkQueries['readRows'],
): LinkQueries['shelve'] {
  const countAll = db.prepare<[], number>('SELECT count FROM link_count').pluck();
  return (result, anchors) => {
    const isComplete = 'keys' in result;
    // Without somebody's place to find the first rows are enough.
    const keys = firstKeys(result, anchors.length === 0 ? rowsAPage : Infinity);
    const total = isComplete ? result.total : keys.length;
    const places = anchors.map((key) => keys.indexOf(key));
    const start = pageStart(places.find((place) => place >= 0) ?? 0, total);
    const page: LinkPage = { start, rows: readRows(keys.subarray(start, start + rowsAPage)) };
    return {
      handle: shelf.add(result),
      total,
      isComplete,
      cached: countAll.get() ?? 0,
      page,
      anchors: places.map((place) => (place < 0 ? null : place)),
    };
  };
}

function firstKeys(result: QueryResult | FirstRows, limit: number): Int32Array {
  if (!('keys' in result)) return result.first;
  return limit === Infinity ? result.keys : result.first(limit);
}

/** The row a page begins with that has a place in its middle, as far as the ends allow. */
function pageStart(place: number, total: number): number {
  return Math.max(0, Math.min(place - rowsAPage / 2, total - rowsAPage));
}

function createSelectionSums(
  db: StoreDatabase,
  columns: ColumnTable | undefined,
): (keys: Int32Array) => ReturnType<LinkQueries['sum']> {
  const sums = createLinkSums(db);
  return (keys) => {
    const { total, sums: found } = columns?.isReady === true ? columns.totalsOf(keys) : sums.ofKeys(keys);
    return { count: total, sums: found };
  };
}

function createRowReader(db: StoreDatabase): (keys: ArrayLike<number>) => readonly LinkRow[] {
  const read = db.prepare<[string], StoredLinkRow>(
    `SELECT ${linkColumns.map((column) => `link.${column}`).join(', ')},
       EXISTS (
         SELECT 1 FROM edit WHERE link_key = link.key AND state IN ('queued', 'sending', 'unknown')
       ) AS pending,
       EXISTS (SELECT 1 FROM edit WHERE link_key = link.key AND state = 'conflict') AS conflict,
       (${hasTwin}) AS duplicate
     FROM json_each(?) AS picked CROSS JOIN link ON link.key = picked.value
     ORDER BY picked.key`,
  );
  return (keys) => read.all(JSON.stringify(Array.from(keys))).map(toLinkRow);
}

/** More keys than these are sorted by finding all links in the order: the order of all is known, or soon will be. */
const keysSortedBySql = 5_000;

/** Answers the keys of a selection in the order of its query, or in the one that is asked for. */
function createOrderedKeys(
  db: StoreDatabase,
  {
    find,
    shelf,
    openBeside,
  }: Pick<LinkQueries, 'find'> & Required<Pick<LinkQueriesOptions, 'shelf' | 'openBeside'>>,
): (selection: ExportSelection, sort: readonly LinkSort[]) => Int32Array {
  const sortFew = (keys: Int32Array, sort: readonly LinkSort[]): Int32Array =>
    Int32Array.from(
      db
        .prepare<[string], number>(
          `SELECT link.key FROM json_each(?) AS picked CROSS JOIN link ON link.key = picked.value
           ORDER BY ${orderSql(sort)}`,
        )
        .pluck()
        .all(JSON.stringify(Array.from(keys))),
    );
  return (selection, sort) => {
    // Without an order there is nothing to find, and nobody asked for sums.
    if (selection.mode === 'all' && sort.length === 0) return readAllKeys(openBeside);
    if (selection.mode === 'all') return find({ filter: {}, sort }).keys;
    const keys = selectedKeys(shelf, selection);
    if (selection.mode === 'allExcept') return keys;
    if (keys.length <= keysSortedBySql) return sortFew(keys, sort);
    const picked = new Set(keys);
    return find({ filter: {}, sort }).keys.filter((key) => picked.has(key));
  };
}

function selectedKeys(shelf: ResultShelf, selection: LinkSelection): Int32Array {
  if (selection.mode === 'only') return Int32Array.from(new Set(selection.keys));
  const { keys } = shelf.resultOf(selection.handle);
  const excluded = new Set(selection.keys);
  return excluded.size === 0 ? keys : keys.filter((key) => !excluded.has(key));
}
