import type { ErrorCode } from './app-error';
import type { ExpiryChange } from './expiry';
import type { Instant } from './instant';
import type { BlockReason, EditBase, FieldChange, LinkPatch } from './link-patch';
import type { CurrencySum } from './link-filter';

/**
 * The states of one edit. `planned -> queued -> sending -> applied | failed | conflict | skipped`, and `unknown` for sent
 * without an answer: only a re-read leads on from there.
 */
export const editStates = [
  'planned',
  'queued',
  'sending',
  'unknown',
  'applied',
  'failed',
  'conflict',
  'skipped',
] as const;
export type EditState = (typeof editStates)[number];

const nextStates: Readonly<Record<EditState, readonly EditState[]>> = {
  planned: ['queued', 'skipped'],
  queued: ['sending', 'conflict', 'failed', 'skipped'],
  // Back to queued only when it is certain that nothing was sent.
  sending: ['applied', 'failed', 'conflict', 'unknown', 'queued'],
  unknown: ['applied', 'failed', 'conflict', 'queued'],
  applied: [],
  failed: ['queued'],
  conflict: ['queued', 'skipped'],
  skipped: [],
};

/** Whether an edit may go from one state to another. */
export function mayMove(from: EditState, to: EditState): boolean {
  return nextStates[from].includes(to);
}

/** States in which nothing more happens unless a person asks for it. */
export const settledStates = [
  'applied',
  'failed',
  'conflict',
  'skipped',
] as const satisfies readonly EditState[];

/** True when nothing more happens to the edit by itself. */
export function isSettled(state: EditState): boolean {
  return (settledStates as readonly EditState[]).includes(state);
}

export const jobStates = ['planned', 'running', 'paused', 'cancelled', 'finished'] as const;
export type JobState = (typeof jobStates)[number];

/** What a job does to each of its links. */
export type BulkChange =
  { readonly verb: 'set-expiry'; readonly expiry: ExpiryChange } | { readonly verb: 'edit' };

/** A frozen list of edits, run durably, with a result for every row. An edit of a single link is a job of one. */
export interface BulkJob {
  readonly id: string;
  readonly change: BulkChange;
  readonly state: JobState;
  readonly createdAt: Instant;
  readonly finishedAt?: Instant;
  /** Why it stands still although the user did not ask for it. */
  readonly pausedBy?: ErrorCode;
  readonly counts: EditCounts;
}

export type EditCounts = Readonly<Record<EditState, number>>;

/** Counts with every state at zero. */
export const noEdits: EditCounts = {
  planned: 0,
  queued: 0,
  sending: 0,
  unknown: 0,
  applied: 0,
  failed: 0,
  conflict: 0,
  skipped: 0,
};

/** How many edits have settled, of how many. */
export function progressOf(counts: EditCounts): { readonly done: number; readonly total: number } {
  const total = editStates.reduce((sum, state) => sum + counts[state], 0);
  return { done: settledStates.reduce((sum, state) => sum + counts[state], 0), total };
}

/** One edit of a job: what is asked, against what, and what became of it. */
export interface Edit {
  readonly id: number;
  readonly jobId: string;
  readonly linkKey: number;
  readonly connectionId: string;
  readonly linkId: string;
  readonly reference: string;
  readonly state: EditState;
  readonly patch: LinkPatch;
  readonly base: EditBase;
  readonly changes: readonly FieldChange[];
  /** How often it was sent. */
  readonly tries: number;
  readonly updatedAt: Instant;
  readonly errorCode?: ErrorCode;
  /** The provider's own answer to the last try. */
  readonly provider?: { readonly code: string; readonly text: string };
  /** What the provider said of the link after the last try. */
  readonly after?: EditBase;
}

/** The plan of a bulk edit, before anything is sent. */
export interface BulkPlan {
  readonly planId: string;
  readonly change: BulkChange;
  readonly total: number;
  readonly willChange: number;
  /** How many of them would expire sooner than they do now: rarely what was meant. */
  readonly sooner: number;
  readonly unchanged: number;
  /** How many rows are not allowed, by reason. */
  readonly blocked: readonly { readonly reason: BlockReason; readonly count: number }[];
  /** Sums of the rows that will change. */
  readonly sums: readonly CurrencySum[];
  /** The first rows that will change. */
  readonly sample: readonly PlannedRow[];
}

export interface PlannedRow {
  readonly linkKey: number;
  readonly reference: string;
  readonly changes: readonly FieldChange[];
}
