import { exponentOf } from '#domain/currency';
import type { CurrencySum, LinkSort, ResolvedFilter, SortColumn } from '#domain/link-filter';
import { matchesFilter } from '#domain/match-filter';
import { linkStatuses, type LinkStatus, type PaymentLink } from '#domain/payment-link';
import type { ColumnQuery } from '../../../main/store/columns/column-table';
import { linkColumns, toLink, type StoredLink } from '../../../main/store/link-columns';
import type { StoreDatabase } from '../../../main/store/store-database';

/** A link with its key. */
export interface KeyedLink extends PaymentLink {
  readonly key: number;
}

/** Every stored link in the order of the keys. */
export function readAllLinks(db: StoreDatabase): readonly KeyedLink[] {
  const rows = db.prepare<[], StoredLink>(`SELECT ${linkColumns.join(', ')} FROM link ORDER BY key`).all();
  return rows.map((row) => ({ ...toLink(row), key: row.key }));
}

/** What a query has to answer, by plain code; connections go by the names given. */
export function expectedAnswer(
  links: readonly KeyedLink[],
  names: Readonly<Record<string, string>>,
  { filter, sort, only, without }: ColumnQuery,
) {
  const isListed = ({ key }: KeyedLink): boolean =>
    only.every((keys) => keys.includes(key)) && !without.some((keys) => keys.includes(key));
  const countable = links.filter((link) => isListed(link) && matchesFilter(link, withoutStatuses(filter)));
  const found = countable.filter((link) => matchesFilter(link, filter));
  const byStatus = Object.fromEntries(
    linkStatuses.map((status) => [status, countable.filter((link) => link.status === status).length]),
  ) as Record<LinkStatus, number>;
  return {
    keys: found.toSorted((a, b) => compareLinks({ names, sort }, a, b)).map(({ key }) => key),
    totals: { total: found.length, sums: sumsOf(found), byStatus },
  };
}

/** The filter as if it named no statuses, wanted or refused. */
export function withoutStatuses(filter: ResolvedFilter): ResolvedFilter {
  const not = Object.entries(filter.not ?? {}).filter(([part]) => part !== 'statuses');
  const rest = Object.entries(filter).filter(([part]) => part !== 'statuses');
  return { ...Object.fromEntries(rest), not: Object.fromEntries(not) };
}

interface Order {
  readonly names: Readonly<Record<string, string>>;
  readonly sort: readonly LinkSort[];
}

/** Compares in an order of any number of columns: what is absent comes last, ties go by key. */
export function compareLinks({ names, sort }: Order, a: KeyedLink, b: KeyedLink): number {
  for (const { by, direction } of sort) {
    const [left, right] = [sortValue(a, by, names), sortValue(b, by, names)];
    if (left === right) continue;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    const order = compareValues(left, right);
    if (order !== 0) return direction === 'ascending' ? order : -order;
  }
  return a.key - b.key;
}

const noCase = (value: string) => value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

function sortValue(link: KeyedLink, by: SortColumn, names: Order['names']): string | number | undefined {
  switch (by) {
    case 'reference':
      return noCase(link.reference);
    case 'customerName':
      return link.customerName === undefined ? undefined : noCase(link.customerName);
    case 'amount':
      return link.amount && link.amount.amountMinor / 10 ** (exponentOf(link.amount.currency) ?? 0);
    case 'status':
      return linkStatuses.indexOf(link.status);
    case 'connection':
      return noCase(names[link.connectionId] ?? '');
    default:
      return link[by];
  }
}

function compareValues(a: string | number, b: string | number): number {
  // SQLite compares texts by their UTF-8 bytes, which is by code point.
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a) - Number(b);
}

/** Count and sum of each currency, by its code. */
export function sumsOf(links: readonly KeyedLink[]): CurrencySum[] {
  const amounts = links.flatMap(({ amount }) => (amount === undefined ? [] : [amount]));
  return [...new Set(amounts.map(({ currency }) => currency))].sort().map((currency) => {
    const own = amounts.filter((amount) => amount.currency === currency);
    const total = own.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
    return { currency, count: own.length, totalMinor: String(total) };
  });
}
