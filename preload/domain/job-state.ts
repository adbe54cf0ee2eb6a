import type { ErrorCode } from './app-error';
import { editStates, isSettled, type EditCounts, type EditState } from './edit-state';

/** The machine of a job. `paused` is the user's own pause, or a wait with a reason (`pausedBy`). */
export const jobStates = ['planned', 'running', 'paused', 'cancelled', 'finished'] as const;
export type JobState = (typeof jobStates)[number];

/** A finished job runs again when its failed edits are retried or its conflicts decided; a cancelled one never does. */
const nextStates: Readonly<Record<JobState, readonly JobState[]>> = {
  planned: ['running', 'cancelled'],
  running: ['paused', 'cancelled', 'finished'],
  paused: ['running', 'cancelled', 'finished'],
  finished: ['running'],
  cancelled: [],
};

const unsettled = editStates.filter((state) => !isSettled(state));

/**
 * Why a job may not move, in plain English, if it may not. Moving to the state it is in is allowed: it says the reason of a
 * pause anew.
 */
export function whyNotMoved(
  job: { readonly state: JobState; readonly counts: EditCounts },
  to: JobState,
): string | undefined {
  if (job.state !== to && !nextStates[job.state].includes(to)) {
    return `A ${job.state} job cannot become ${to}.`;
  }
  const isUnderWay = unsettled.some((state) => job.counts[state] > 0);
  return to === 'finished' && isUnderWay ? 'A job with unsettled edits is not finished.' : undefined;
}

/** What a move does to the job's edits that were not sent yet: starting queues the planned, cancelling skips all of them. */
export const editMoves: Readonly<
  Record<JobState, { readonly from: readonly EditState[]; readonly to: EditState } | undefined>
> = {
  planned: undefined,
  running: { from: ['planned'], to: 'queued' },
  paused: undefined,
  cancelled: { from: ['planned', 'queued'], to: 'skipped' },
  finished: undefined,
};

/** Reasons that pass without anybody's help: a network that is back, a provider that answers again. */
const passing: ReadonlySet<ErrorCode> = new Set([
  'provider/unreachable',
  'provider/timeout',
  'provider/rate-limited',
  'provider/server-error',
]);

/** Whether a job that stands still for this reason goes on by itself once its provider answers again. */
export function waitsForProvider(pausedBy: ErrorCode | undefined): boolean {
  return pausedBy !== undefined && passing.has(pausedBy);
}
