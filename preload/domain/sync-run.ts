import type { ErrorCode } from './app-error';
import type { Instant } from './instant';

/** `incremental` asks for what changed since the last run that read its list to the end. */
export const syncModes = ['full', 'incremental'] as const;
export type SyncMode = (typeof syncModes)[number];

/**
 * - `running`: pages are being read, or will be once the desk is open again;
 * - `paused`: it stopped at a page boundary, by the user or by a failure, and goes on where it was;
 * - `cancelled`: given up; what it had stored stays;
 * - `finished`: the list came to its end.
 */
export const syncStates = ['running', 'paused', 'cancelled', 'finished'] as const;
export type SyncState = (typeof syncStates)[number];

/** The moves of a run. Nothing leads on from the last two. */
export const syncMoves: Readonly<Record<SyncState, readonly SyncState[]>> = {
  running: ['paused', 'cancelled', 'finished'],
  paused: ['running', 'cancelled'],
  cancelled: [],
  finished: [],
};

/** What has changed since the run before, as far as this run has come. */
export const syncNews = ['new', 'paid', 'closed', 'expired'] as const;
export type SyncNews = (typeof syncNews)[number];
export type SyncDigest = Readonly<Record<SyncNews, number>>;

export interface SyncCounts {
  readonly pages: number;
  /** Links read, each counted once. */
  readonly listed: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows of the list that are no readable links. */
  readonly rejected: number;
}

/** One reading of a connection's list of links. */
export interface SyncRun {
  readonly id: string;
  readonly connectionId: string;
  readonly mode: SyncMode;
  readonly state: SyncState;
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
  /** Of an incremental run: changes from this moment on were asked for. */
  readonly since?: Instant;
  /** An incremental run that had to read everything: the provider passes over the question for what changed. */
  readonly fellBack?: true;
  readonly counts: SyncCounts;
  readonly digest: SyncDigest;
  /** How many links there are in all, where the provider tells. */
  readonly total?: number;
  /** Why it is paused; absent when the user asked for it. */
  readonly pausedBy?: ErrorCode;
  /** Of a finished run: the list repeated itself before its end, so some links may be missing. */
  readonly incomplete?: true;
}

export const noCounts: SyncCounts = { pages: 0, listed: 0, added: 0, changed: 0, unchanged: 0, rejected: 0 };
export const noNews: SyncDigest = { new: 0, paid: 0, closed: 0, expired: 0 };

/** Clocks differ, and what changed while a list was read may have been missed on pages already read. */
const overlapMs = 10 * 60_000;

/** From when on the next incremental run asks: the start of the last run that read its list to the end, by the provider's clock where it told, and some minutes more. */
export function nextSince(startedAt: Instant): Instant {
  return Math.max(0, startedAt - overlapMs);
}
