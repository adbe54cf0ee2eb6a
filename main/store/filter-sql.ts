import type { LinkSort, ResolvedFilter, SortColumn } from '#domain/link-filter';

import { statusCodes } from './link-status-code';
import { searchSql } from './search-index';

export interface SqlPart {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** A filter as conditions over the table `link`; an empty filter holds for every row. Its meaning is `matchesFilter`. */
export function filterSql(filter: ResolvedFilter): SqlPart {
  const { statuses, currencies, connectionIds, expiresFrom, expiresUntil, withoutExpiry, search } = filter;
  const parts: SqlPart[] = [];
  if (statuses !== undefined) {
    parts.push({
      sql: `status IN (${statuses.map((status) => statusCodes[status]).join(', ')})`,
      params: [],
    });
  }
  if (currencies !== undefined) {
    // The empty code stands for links without a readable amount.
    const column = currencies.includes('') ? "ifnull(currency, '')" : 'currency';
    parts.push({ sql: `${column} IN (${marks(currencies)})`, params: currencies });
  }
  if (connectionIds !== undefined) {
    parts.push({ sql: `connection_id IN (${marks(connectionIds)})`, params: connectionIds });
  }
  if (withoutExpiry === true) parts.push({ sql: 'expires_at IS NULL', params: [] });
  if (expiresFrom !== undefined) parts.push({ sql: 'expires_at >= ?', params: [expiresFrom] });
  if (expiresUntil !== undefined) parts.push({ sql: 'expires_at <= ?', params: [expiresUntil] });
  const found = search === undefined ? undefined : searchSql(search);
  if (found !== undefined) parts.push({ sql: `key IN (${found.sql})`, params: found.params });
  return {
    sql: parts.length === 0 ? 'TRUE' : parts.map(({ sql }) => sql).join(' AND '),
    params: parts.flatMap(({ params }) => params),
  };
}

/**
 * What each column is sorted by. Texts ignore the case of Latin letters and otherwise go by code point; amounts go by major
 * units whatever the currency; statuses in the order lists show them; connections by name.
 */
const sortExpressions: Readonly<Record<SortColumn, string>> = {
  reference: 'reference COLLATE NOCASE',
  linkId: 'link_id',
  customerName: 'customer_name COLLATE NOCASE',
  amount: 'amount_order',
  status: 'status',
  expiresAt: 'expires_at',
  createdAt: 'created_at',
  attempts: 'attempts',
  checkedAt: 'checked_at',
  connection: '(SELECT name FROM connection WHERE id = connection_id)',
};

/** An order as ORDER BY terms: what is absent comes last in both directions, ties go by key. */
export function orderSql(sort: readonly LinkSort[]): string {
  const terms = sort.map(
    ({ by, direction }) => `${sortExpressions[by]} ${direction === 'ascending' ? 'ASC' : 'DESC'} NULLS LAST`,
  );
  return [...terms, 'link.key ASC'].join(', ');
}
