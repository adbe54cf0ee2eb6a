import {
  dateFields,
  type DateField,
  type InstantRange,
  type LinkSort,
  type NumberFilter,
  type ResolvedFilter,
  type SortColumn,
} from '#domain/link-filter';

import { keySetsOf } from './key-sets';
import { statusCodes } from './link-status-code';
import { allOf, type SqlPart } from './sql-part';

/** A filter as a condition on the table `link`; an empty filter holds for every row. Its meaning is `matchesFilter`. */
export function filterSql(filter: ResolvedFilter): SqlPart {
  const { only, without } = keySetsOf(filter);
  return allOf([
    ...listsSql(filter),
    ...refusedListsSql(filter.not ?? {}),
    ...numberSql('amount_order', filter.amount),
    ...numberSql('attempts', filter.attempts),
    ...dateFields.flatMap((field) => rangeSql(dateColumns[field], filter[field])),
    ...only.map(({ sql, params }) => ({ sql: `link.key IN (${sql})`, params })),
    ...without.map(({ sql, params }) => ({ sql: `link.key NOT IN (${sql})`, params })),
  ]);
}

const dateColumns: Readonly<Record<DateField, string>> = {
  expires: 'expires_at',
  created: 'created_at',
  checked: 'checked_at',
};

type Lists = Pick<ResolvedFilter, 'statuses' | 'currencies' | 'connectionIds'>;

function listsSql({ statuses, currencies, connectionIds }: Lists): readonly SqlPart[] {
  return [
    ...inList('status', codesOf(statuses)),
    // The empty code stands for links without a readable amount.
    ...inList(currencies?.includes('') === true ? "ifnull(currency, '')" : 'currency', currencies),
    ...inList('connection_id', connectionIds),
  ];
}

function refusedListsSql({ statuses, currencies, connectionIds }: Lists): readonly SqlPart[] {
  return [
    ...inList('status', codesOf(statuses), 'NOT IN'),
    ...inList("ifnull(currency, '')", currencies, 'NOT IN'),
    ...inList('connection_id', connectionIds, 'NOT IN'),
  ];
}

function codesOf(statuses: ResolvedFilter['statuses']): readonly number[] | undefined {
  return statuses?.map((status) => statusCodes[status]);
}

function inList(
  column: string,
  values: readonly (string | number)[] | undefined,
  relation: 'IN' | 'NOT IN' = 'IN',
): readonly SqlPart[] {
  if (values === undefined) return [];
  return [{ sql: `${column} ${relation} (${values.map(() => '?').join(', ')})`, params: values }];
}

function numberSql(column: string, bounds: NumberFilter | undefined): readonly SqlPart[] {
  if (bounds === undefined) return [];
  const { from, above, until, below } = bounds;
  return boundsSql(column, [
    ['>=', from],
    ['>', above],
    ['<=', until],
    ['<', below],
  ]);
}

function rangeSql(column: string, range: InstantRange | undefined): readonly SqlPart[] {
  if (range === undefined) return [];
  if (range.none === true) return [{ sql: `${column} IS NULL`, params: [] }];
  return boundsSql(column, [
    ['>=', range.from],
    ['<=', range.until],
  ]);
}

/** A bound leaves out what is absent; so does a range without any. */
function boundsSql(
  column: string,
  bounds: readonly (readonly [relation: string, bound: string | number | undefined])[],
): readonly SqlPart[] {
  const given = bounds.flatMap(([relation, bound]) =>
    bound === undefined ? [] : [{ sql: `${column} ${relation} ?`, params: [Number(bound)] }],
  );
  return given.length > 0 ? given : [{ sql: `${column} IS NOT NULL`, params: [] }];
}

/**
 * What each column is sorted by. Texts ignore the case of Latin letters and otherwise go by code point; amounts go by major
 * units whatever the currency; statuses in the order lists show them; connections by name, like other texts.
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
  // A subquery has no collation of its own, whatever its column has.
  connection: '(SELECT name FROM connection WHERE id = connection_id) COLLATE NOCASE',
};

/** An order as ORDER BY terms: what is absent comes last in both directions, ties go by key. */
export function orderSql(sort: readonly LinkSort[]): string {
  const terms = sort.map(
    ({ by, direction }) => `${sortExpressions[by]} ${direction === 'ascending' ? 'ASC' : 'DESC'} NULLS LAST`,
  );
  return [...terms, 'link.key ASC'].join(', ');
}
