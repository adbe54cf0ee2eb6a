import type { ErrorCode } from '#domain/app-error';
import type { Instant } from '#domain/instant';
import type { CheckedLink } from '#domain/payment-link';
import type { SyncMode, SyncRun } from '#domain/sync-run';

/** Where a list goes on: plain JSON that only the provider's adapter understands. */
export type SyncPosition = Readonly<Record<string, string | number | boolean>>;

/** Where a list goes on after a page; `incomplete` when it repeats itself and will not end. */
export type SyncStep =
  | { readonly kind: 'on'; readonly position: SyncPosition }
  | { readonly kind: 'end' }
  | { readonly kind: 'incomplete' };

/** A page of a provider's list, as far as it is stored. */
export interface SyncPage {
  readonly links: readonly CheckedLink[];
  /** How many rows were no readable links. */
  readonly rejected: number;
  readonly next: { readonly ifNew: SyncStep; readonly ifAllMet: SyncStep };
  readonly total?: number;
  readonly servedAt?: Instant;
}

/** A run and where it goes on; without a position at the list's first page. */
export interface SyncPlace {
  readonly run: SyncRun;
  readonly position?: SyncPosition;
}

export interface SyncMove {
  readonly runId: string;
  readonly to: 'running' | 'paused' | 'cancelled';
  readonly at: Instant;
  /** Why it pauses; absent when the user asks for it. */
  readonly pausedBy?: ErrorCode;
  /** Nobody asked for it just now: only a run that waits for its provider goes on, any other stays as it is. */
  readonly byItself?: true;
}

/** What the store keeps of the syncs of all connections. */
export interface SyncStoreApi {
  /**
   * Begins a run: a full one where an incremental run has no finished one before it. A paused run of the connection is given up.
   * `job/already-running` while one is running; `connection/not-found`.
   */
  startSync(input: { id: string; connectionId: string; mode: SyncMode; at: Instant }): SyncRun;
  /** @throws AppError `job/not-found`, as the next three do. */
  readSync(input: { runId: string }): SyncPlace;
  /**
   * Stores pages of the list, in their order and all in one transaction: the links, what is new about them, and where the run goes
   * on. A page that was read from elsewhere than where the one before it leads is passed over, with those after it; so is every page
   * of a run that is not running. The page that ends the list finishes the run.
   */
  storeSyncPages(input: {
    runId: string;
    pages: readonly { readonly from?: SyncPosition; readonly page: SyncPage }[];
    at: Instant;
  }): SyncPlace;
  /** Has a run read the whole list from its first page: its provider passes over the question for what has changed. */
  restartSyncFull(input: { runId: string }): SyncPlace;
  /** Pauses, goes on with or gives up a run; a move it cannot make any more answers the run as it is. */
  moveSync(input: SyncMove): SyncRun;
  /** The newest run of each connection, and the newest finished one where that is another. */
  listSyncs(input: object): readonly SyncRun[];
}
