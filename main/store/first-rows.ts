import { indexForOrder } from './choose-index';
import { filterSql, orderSql } from './filter-sql';
import type { LinkQuery } from './find-links';
import { keySetsOf } from './key-sets';
import { rowsAPage } from './link-query';
import type { SqlPart } from './sql-part';
import type { StoreDatabase } from './store-database';

/** So many entries of an index, or rows in the order of their keys, are read in some 20 ms, deciphering included. */
const entriesLookedAt = 20_000;

/** What an index holds that has every column a covered filter names. */
const coveredColumns = 'key, status, currency, connection_id, expires_at';

/**
 * The first page of a query in the order of an index, for when the columns are not loaded yet; undefined where no index has the
 * order, where texts or marks are asked for, or where a page is not soon found.
 */
export function firstRowsByIndex(db: StoreDatabase, query: LinkQuery): Int32Array | undefined {
  const { only, without } = keySetsOf(query.filter);
  const walked = only.length + without.length > 0 ? undefined : walkedRows(query);
  if (walked === undefined) return undefined;
  const where = filterSql(query.filter);
  const order = orderSql(query.sort);
  const keys = db
    .prepare<(string | number)[], number>(
      `SELECT key FROM (${walked.sql} ORDER BY ${order} LIMIT ${String(entriesLookedAt)}) AS link
       WHERE ${where.sql} LIMIT ${String(rowsAPage)}`,
    )
    .pluck()
    .all(...walked.params, ...where.params);
  return keys.length < rowsAPage ? undefined : Int32Array.from(keys);
}

/** Rows to go through in a query's order: without its filter, but from where its first row can be. */
function walkedRows({ filter, sort }: LinkQuery): SqlPart | undefined {
  if (sort.length === 0) return { sql: 'SELECT * FROM link', params: [] };
  const index = indexForOrder(filter, sort);
  // Statuses are few: each entry of that index would have to be sorted by key among all of its status.
  if (index === undefined || index === 'link_by_status') return undefined;
  if (index !== 'link_by_expiry') {
    return { sql: `SELECT ${coveredColumns} FROM link INDEXED BY ${index}`, params: [] };
  }
  const { expires, statuses = [] } = filter;
  const range = filterSql(expires === undefined ? {} : { expires });
  // The first open links come after years of others; they have an index of their own.
  const isOpenOnly = statuses.length === 1 && statuses[0] === 'open';
  const from = isOpenOnly
    ? 'link INDEXED BY link_overdue WHERE status = 0 AND'
    : `link INDEXED BY ${index} WHERE`;
  return { sql: `SELECT ${coveredColumns} FROM ${from} ${range.sql}`, params: range.params };
}
