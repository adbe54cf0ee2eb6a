import type { ErrorCode } from './app-error';
import type { EditCounts, EditState } from './edit-state';
import type { ExpiryChange } from './expiry';
import type { Instant } from './instant';
import type { JobState } from './job-state';
import type { CurrencySum } from './link-filter';
import type { BlockReason, EditBase, FieldChange, LinkPatch } from './link-patch';
import type { Money } from './money';

/**
 * What a bulk edit asks of every selected link. One name for many customers is never meant, so the customer's name is for the
 * editor of a single link alone.
 */
export type BulkVerb =
  | { readonly verb: 'set-expiry'; readonly expiry: ExpiryChange }
  | { readonly verb: 'close' }
  | { readonly verb: 'reopen' }
  | { readonly verb: 'set-amount'; readonly amount: Money }
  | { readonly verb: 'set-order-text'; readonly orderText: string };

/** What a job does to its links: a bulk verb, one edit from the editor, or taking another job back. */
export type BulkChange =
  BulkVerb | { readonly verb: 'edit' } | { readonly verb: 'undo'; readonly ofJobId: string };

/** A frozen list of edits, run durably, with a result for every row. An edit of a single link is a job of one. */
export interface BulkJob {
  readonly id: string;
  readonly change: BulkChange;
  /** Of an edit from the editor: the reference of its link, by which people know it. */
  readonly reference?: string;
  readonly state: JobState;
  /** When it was planned. */
  readonly createdAt: Instant;
  readonly startedAt?: Instant;
  readonly finishedAt?: Instant;
  /** Why it stands still although the user did not ask for it. */
  readonly pausedBy?: ErrorCode;
  readonly counts: EditCounts;
  /** The newest started job that takes this one back. */
  readonly undoneBy?: string;
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
  /** When it was last sent. */
  readonly sentAt?: Instant;
  /** Its last step: when it settled, for a settled one. */
  readonly updatedAt: Instant;
  readonly errorCode?: ErrorCode;
  /** The provider's own answer to the last try. */
  readonly provider?: { readonly code: string; readonly text: string };
  /** What the provider said of the link after the last try; of a conflict, what the link is now. */
  readonly after?: EditBase;
}

/** What a plan says of a row. `changed-since`: the provider holds other values now than the cache did when it was planned. */
export const planVerdicts = ['change', 'no-change', 'not-allowed', 'changed-since'] as const;
export type PlanVerdict = (typeof planVerdicts)[number];

/** One row of a plan. */
export interface PlanRow {
  readonly linkKey: number;
  readonly connectionId: string;
  readonly linkId: string;
  readonly reference: string;
  readonly verdict: PlanVerdict;
  readonly reason?: BlockReason;
  /** What would change, or would have changed; empty for `no-change` and `not-allowed`. */
  readonly changes: readonly FieldChange[];
}

/** The plan of a bulk edit, before anything is sent. It is stored, so that what is confirmed is what was shown. */
export interface BulkPlan {
  readonly planId: string;
  readonly change: BulkChange;
  readonly createdAt: Instant;
  readonly total: number;
  readonly willChange: number;
  /** How many of them would expire sooner than they do now: rarely what was meant. */
  readonly sooner: number;
  readonly unchanged: number;
  readonly changedSince: number;
  /** How many rows are not allowed, by reason. */
  readonly blocked: readonly { readonly reason: BlockReason; readonly count: number }[];
  /** Sums of the rows that will change. */
  readonly sums: readonly CurrencySum[];
  /** The first rows that will change. */
  readonly sample: readonly PlanRow[];
  /** When the provider last confirmed the least fresh row that will change; absent when none will. */
  readonly oldestCheckedAt?: Instant;
}

/** How a conflict is decided: ours is sent after all, the provider's values stay, or ours for these fields only. */
export type ConflictChoice =
  | { readonly keep: 'mine' }
  | { readonly keep: 'theirs' }
  | { readonly keep: 'fields'; readonly mine: readonly (keyof LinkPatch)[] };
