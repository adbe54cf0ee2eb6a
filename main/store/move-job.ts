import { AppError, type ErrorCode } from '#domain/app-error';
import { editStates, isSettled, type BulkJob, type EditState, type JobState } from '#domain/bulk-job';
import type { Instant } from '#domain/instant';

import type { JobTable } from './job-table';
import type { StoreDatabase } from './store-database';

export interface JobMove {
  readonly jobId: string;
  readonly to: JobState;
  readonly at: Instant;
  readonly pausedBy?: ErrorCode;
}

/** A finished job runs again when its failed edits are retried; a cancelled one never does. */
const nextStates: Readonly<Record<JobState, readonly JobState[]>> = {
  planned: ['running', 'cancelled'],
  running: ['paused', 'cancelled', 'finished'],
  paused: ['running', 'cancelled', 'finished'],
  finished: ['running'],
  cancelled: [],
};

const unsettled = editStates.filter((state) => !isSettled(state));

/** `details.reason` of a refused move of a job: the move is not one a job can make now. */
const jobMoveRefused = 'job-move-refused';

/** Why a job may not move, if it may not. Moving to the state it is in is allowed: it says the reason of a pause anew. */
export function judgeJobMove(job: BulkJob, to: JobState): AppError | undefined {
  const refuse = (message: string) => new AppError('app/unexpected', { message, reason: jobMoveRefused });
  if (job.state !== to && !nextStates[job.state].includes(to)) {
    return refuse(`A ${job.state} job cannot become ${to}.`);
  }
  const isUnderWay = unsettled.some((state) => job.counts[state] > 0);
  return to === 'finished' && isUnderWay ? refuse('A job with unsettled edits is not finished.') : undefined;
}

/** What a move does to the job's edits that were not sent yet: starting queues the planned, cancelling skips all of them. */
const editMoves: Readonly<
  Record<JobState, { readonly from: readonly EditState[]; readonly to: EditState } | undefined>
> = {
  planned: undefined,
  running: { from: ['planned'], to: 'queued' },
  paused: undefined,
  cancelled: { from: ['planned', 'queued'], to: 'skipped' },
  finished: undefined,
};

/** Makes the function that moves a job, with its edits, in one transaction. */
export function createMoveJob(db: StoreDatabase, jobs: JobTable): (move: JobMove) => BulkJob {
  const update = db.prepare<[JobState, Instant | null, ErrorCode | null, string]>(
    'UPDATE job SET state = ?, finished_at = ?, paused_by = ? WHERE id = ?',
  );
  const moveEdits = db.prepare<[EditState, Instant, string, EditState]>(
    'UPDATE edit SET state = ?, updated_at = ? WHERE job_id = ? AND state = ?',
  );
  return db.transaction(({ jobId, to, at, pausedBy }: JobMove): BulkJob => {
    const job = jobs.read(jobId);
    const refusal = judgeJobMove(job, to);
    if (refusal !== undefined) throw refusal;
    const hasEnded = to === 'finished' || to === 'cancelled';
    const endedAt = job.state === to ? (job.finishedAt ?? at) : at;
    update.run(to, hasEnded ? endedAt : null, to === 'paused' ? (pausedBy ?? null) : null, jobId);
    const edits = editMoves[to];
    for (const from of edits?.from ?? []) moveEdits.run(edits?.to ?? from, at, jobId, from);
    return jobs.read(jobId);
  });
}
