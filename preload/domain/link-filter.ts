import { localDay } from './expiry';
import type { Instant } from './instant';
import type { LinkStatus, PaymentLink } from './payment-link';

/** When a link expires, as a user words it. Relative wordings stay relative: they are resolved at each query. */
export type ExpiresFilter =
  | { readonly kind: 'past' }
  | { readonly kind: 'today' }
  | { readonly kind: 'within-days'; readonly days: number }
  | { readonly kind: 'between'; readonly from?: Instant; readonly until?: Instant }
  | { readonly kind: 'none' };

/** A filter as a value: every part that is present must hold. */
export interface LinkFilter {
  /** Any part of reference, id, customer name, e-mail or order text; case does not matter. */
  readonly search?: string;
  readonly statuses?: readonly LinkStatus[];
  readonly currencies?: readonly string[];
  readonly connectionIds?: readonly string[];
  readonly expires?: ExpiresFilter;
}

/** A filter whose relative dates have become instants, as the store takes it. Both bounds are inclusive. */
export interface ResolvedFilter extends Omit<LinkFilter, 'expires'> {
  readonly expiresFrom?: Instant;
  readonly expiresUntil?: Instant;
  readonly withoutExpiry?: true;
}

/** Turns relative dates into instants for a moment and a zone. "Within 7 days" runs from now to the end of the seventh local day. */
export function resolveFilter(filter: LinkFilter, now: Instant, zone: string): ResolvedFilter {
  const { expires, ...rest } = filter;
  if (expires === undefined) return rest;
  switch (expires.kind) {
    case 'past':
      return { ...rest, expiresUntil: now };
    case 'today':
      return { ...rest, expiresFrom: localDay(now, zone, 0).start, expiresUntil: localDay(now, zone, 0).end };
    case 'within-days':
      return { ...rest, expiresFrom: now, expiresUntil: localDay(now, zone, expires.days).end };
    case 'between':
      return {
        ...rest,
        ...(expires.from === undefined ? {} : { expiresFrom: expires.from }),
        ...(expires.until === undefined ? {} : { expiresUntil: expires.until }),
      };
    case 'none':
      return { ...rest, withoutExpiry: true };
  }
}

/** The text a search looks in. */
export function searchText(link: PaymentLink): readonly string[] {
  return [link.reference, link.linkId, link.customerName, link.customerEmail, link.orderText].filter(
    (text) => text !== undefined,
  );
}

/** Folds text for searching: lower case, without Latin accents and Arabic vowel marks. The store folds its index the same way. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether a link passes a filter: the meaning of a filter, against which the store's SQL is tested. */
export function matchesFilter(link: PaymentLink, filter: ResolvedFilter): boolean {
  const { statuses, currencies, connectionIds, search } = filter;
  if (statuses !== undefined && !statuses.includes(link.status)) return false;
  if (currencies !== undefined && !currencies.includes(link.amount?.currency ?? '')) return false;
  if (connectionIds !== undefined && !connectionIds.includes(link.connectionId)) return false;
  if (filter.withoutExpiry === true && link.expiresAt !== undefined) return false;
  if (
    filter.expiresFrom !== undefined &&
    !(link.expiresAt !== undefined && link.expiresAt >= filter.expiresFrom)
  ) {
    return false;
  }
  if (
    filter.expiresUntil !== undefined &&
    !(link.expiresAt !== undefined && link.expiresAt <= filter.expiresUntil)
  ) {
    return false;
  }
  if (search === undefined || search.trim() === '') return true;
  const wanted = foldForSearch(search.trim());
  return searchText(link).some((text) => foldForSearch(text).includes(wanted));
}

/** The columns a table can be sorted by. */
export const sortColumns = [
  'reference',
  'linkId',
  'customerName',
  'amount',
  'status',
  'expiresAt',
  'createdAt',
  'attempts',
  'checkedAt',
  'connection',
] as const;
export type SortColumn = (typeof sortColumns)[number];

/** One sort step; ties fall back to the row's key, so that an order is always total. */
export interface LinkSort {
  readonly by: SortColumn;
  readonly direction: 'ascending' | 'descending';
}

/** Which rows an action is about: some by key, or all rows of an opened query but some. */
export type LinkSelection =
  | { readonly mode: 'only'; readonly keys: readonly number[] }
  | { readonly mode: 'allExcept'; readonly handle: number; readonly keys: readonly number[] };

/** A count and a sum in one currency; the sum is text because it can pass 2^53. Currencies are never added together. */
export interface CurrencySum {
  readonly currency: string;
  readonly count: number;
  readonly totalMinor: string;
}
