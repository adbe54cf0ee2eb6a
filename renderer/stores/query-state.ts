import type { LinkQueryAnswer, LinkTotals } from '#contract/links';
import type { LinkFilter, LinkSort } from '#domain/link-filter';
import type { Bridge } from '../bridge/bridge-client';
import type { BridgeError } from '../bridge/bridge-error';
import type { Handles } from './handles';
import type { ShownQuery } from './open-query';
import type { ReaderAnchor, RowsChange } from './reader-place';

export interface QueryState {
  readonly filter: LinkFilter;
  readonly sort: readonly LinkSort[];
  /**
   * The newest opened query; it stays while the next one is opened, so that old rows remain on screen. Its `total` is at first
   * only the rows found so far (`isComplete` is false), and all of them once the totals are known.
   */
  readonly answer: LinkQueryAnswer | undefined;
  /** The newest totals that are known; see `isCounting`. */
  readonly totals: LinkTotals | undefined;
  /** True while `totals` are still those of the query before, or none yet. */
  readonly isCounting: boolean;
  /** How the answer's rows relate to those before; a new object with every answer. */
  readonly change: RowsChange | undefined;
  readonly busy: boolean;
  readonly error: BridgeError | undefined;
  /** Every currency seen in totals: what a currency filter can offer. */
  readonly currencies: readonly string[];
  /** Replaces the filter and opens it. */
  setFilter(filter: LinkFilter): void;
  setSort(sort: readonly LinkSort[]): void;
  /** Replaces both, in one opening. */
  show(query: ShownQuery): void;
  /** Opens the same query again, because its rows may have changed. Quietly: without a sign of waiting. */
  reopen(how?: 'quietly'): Promise<void>;
  /** The table says, whenever it is asked, which rows the reader looks at; the returned function ends that. */
  watchPlace(anchors: () => readonly ReaderAnchor[]): () => void;
  /** Runs work that reads the opened query in several calls: its handle stays open until the work has ended. Undefined without a query. */
  hold<T>(work: (answer: LinkQueryAnswer) => Promise<T>): Promise<T | undefined>;
  /** Rows of a handle could not be read: what main no longer knows is opened again, any other failure is told. */
  rowsFailed(handle: number, thrown: unknown): void;
}

/** What the parts of the query store share. */
export interface QueryTools {
  readonly bridge: Bridge;
  readonly handles: Handles;
  readonly set: (part: Partial<QueryState>) => void;
  readonly get: () => QueryState;
}
