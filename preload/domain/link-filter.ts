import type { Instant } from './instant';
import type { LinkStatus } from './payment-link';

/** What this desk has to do with a link. */
export const linkMarks = [
  ...(['edited', 'waiting', 'conflict'] as const),
  ...(['new', 'newly-paid', 'newly-closed', 'newly-expired', 'duplicate'] as const),
] as const;
/**
 * - `edited`: an edit made here was applied, or is on its way (a conflict is neither);
 * - `waiting`: an edit made here is not yet settled;
 * - `conflict`: an edit made here waits for a decision;
 * - `new`, `newly-paid`, `newly-closed`, `newly-expired`: what the last sync of the link's connection brought;
 * - `duplicate`: another open link asks for the same amount under the same reference.
 */
export type LinkMark = (typeof linkMarks)[number];

/** The texts a search looks in, each of which can also be asked for alone. */
export const textFields = ['reference', 'linkId', 'customerName', 'customerEmail', 'orderText'] as const;
export type TextField = (typeof textFields)[number];

/** The moments of a link a filter can name. */
export const dateFields = ['expires', 'created', 'checked'] as const;
export type DateField = (typeof dateFields)[number];

/**
 * A moment as a user words it. Relative wordings stay relative: they are resolved at each query, in the user's zone.
 *
 * Days count forward for the expiry and backward for the others: `within-days` is "expires in the next 7 days" and "created in
 * the last 7 days"; `beyond-days` is everything further from now than that.
 */
export type DateFilter =
  | { readonly kind: 'past' }
  | { readonly kind: 'today' }
  | { readonly kind: 'this-month' }
  | { readonly kind: 'within-days'; readonly days: number }
  | { readonly kind: 'beyond-days'; readonly days: number }
  /** Whole local days, `YYYY-MM-DD`, both inside. */
  | { readonly kind: 'between'; readonly from?: string; readonly until?: string }
  | { readonly kind: 'none' };

/**
 * Bounds of a number as canonical decimal text (`500`, `12.5`): `from` and `until` are inside, `above` and `below` are not. At
 * most one lower and one upper bound. Amounts are major units of whatever currency.
 */
export interface NumberFilter {
  readonly from?: string;
  readonly above?: string;
  readonly until?: string;
  readonly below?: string;
}

/** Parts of a filter that can also be refused. */
interface Choices {
  /** Texts of which each must be found somewhere; see `textFields`. */
  readonly words?: readonly string[];
  /** Texts to be found in one field. */
  readonly texts?: Readonly<Partial<Record<TextField, string>>>;
  readonly statuses?: readonly LinkStatus[];
  /** The empty code stands for links without a readable amount. */
  readonly currencies?: readonly string[];
  readonly connectionIds?: readonly string[];
  readonly marks?: readonly LinkMark[];
}

/** A filter as a value: every part that is present must hold; of a list any member is enough, but of words all are wanted. */
export interface LinkFilter extends Choices {
  readonly amount?: NumberFilter;
  readonly attempts?: NumberFilter;
  readonly expires?: DateFilter;
  readonly created?: DateFilter;
  readonly checked?: DateFilter;
  /** What must not hold: no word found, no listed member. */
  readonly not?: Choices;
}

/** Both bounds are inside; `none` wants links without such a moment. */
export interface InstantRange {
  readonly from?: Instant;
  readonly until?: Instant;
  readonly none?: true;
}

/** A filter whose relative dates have become instants, as the store takes it. */
export interface ResolvedFilter extends Omit<LinkFilter, DateField> {
  readonly expires?: InstantRange;
  readonly created?: InstantRange;
  readonly checked?: InstantRange;
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
