import { AppError, type ErrorCode } from '#domain/app-error';
import type { BulkJob } from '#domain/bulk-job';
import type { EditState } from '#domain/edit-state';
import type { Instant } from '#domain/instant';
import { editMoves, waitsForProvider, whyNotMoved, type JobState } from '#domain/job-state';

import type { AuditLog } from './audit-log';
import type { JobTable } from './job-table';
import { linkHasOpenEdit } from './open-edit-sql';
import type { StoreDatabase } from './store-database';

export interface JobMove {
  readonly jobId: string;
  readonly to: JobState;
  readonly at: Instant;
  readonly pausedBy?: ErrorCode;
  /** Nobody asked for it just now: only a job that waits for its provider goes on, any other stays as it is. */
  readonly byItself?: true;
}

interface MoveParts {
  readonly jobs: JobTable;
  readonly audit: AuditLog;
}

/** What it takes to put edits of a job back to be sent, and have a finished job run again with them. */
export interface RerunParts extends MoveParts {
  readonly moveJob: (move: JobMove) => BulkJob;
}

/** `details.reason` of a refused move of a job: the move is not one a job can make now. */
const jobMoveRefused = 'job-move-refused';

/**
 * Makes the function that moves a job, with its edits and the audit entry, in one transaction. A move to where the job is
 * already, for the same reason, changes nothing and leaves no entry.
 *
 * A link never has two edits under way: what is started after another edit of its link, and was planned before it, is skipped
 * with `link/changed-since`.
 *
 * @throws AppError `job/not-found`; `app/unexpected` with reason `job-move-refused`; `job/nothing-to-do` for the start of a plan
 * with nothing to send.
 */
export function createMoveJob(db: StoreDatabase, { jobs, audit }: MoveParts): (move: JobMove) => BulkJob {
  const update = db.prepare<[JobState, Instant | null, ErrorCode | null, Instant | null, string]>(
    `UPDATE job SET state = ?, finished_at = ?, paused_by = ?, started_at = coalesce(started_at, ?) WHERE id = ?`,
  );
  const moveEdits = createEditMoves(db);
  return db.transaction((move: JobMove): BulkJob => {
    const { jobId, to, at } = move;
    const job = jobs.read(jobId);
    // Decided here and not by who asks: the user may have paused it meanwhile.
    if (move.byItself === true && !waitsForProvider(job.pausedBy)) return job;
    assertMove(job, to);
    const pausedBy = to === 'paused' ? move.pausedBy : undefined;
    // The user paused it while the runner was on its way to say why it stands still: theirs is the word that counts.
    if (to === 'paused' && job.state === 'paused' && job.pausedBy === undefined) return job;
    const leavesEdits = editMoves[to]?.from.some((state) => job.counts[state] > 0) ?? false;
    if (job.state === to && job.pausedBy === pausedBy && !leavesEdits) return job;
    const hasEnded = to === 'finished' || to === 'cancelled';
    update.run(to, hasEnded ? at : null, pausedBy ?? null, to === 'running' ? at : null, jobId);
    const edits = moveEdits(move);
    if (job.state === 'planned' && to === 'running' && edits.queued === 0) {
      throw new AppError('job/nothing-to-do');
    }
    const moved = jobs.read(jobId);
    const { change, counts } = moved;
    audit.append({
      at,
      event: job.startedAt === undefined && to === 'running' ? 'job.started' : `job.${to}`,
      subject: jobId,
      detail: { change, from: job.state, counts, pausedBy, ...edits },
    });
    return moved;
  });
}

function assertMove(job: BulkJob, to: JobState): void {
  const refusal = whyNotMoved(job, to);
  if (refusal !== undefined) {
    throw new AppError('app/unexpected', { message: refusal, reason: jobMoveRefused });
  }
}

/** How many went to which state. What was skipped alone is named: the log must tell of every edit where it is. */
type MovedEdits = Readonly<Partial<Record<EditState, number>>> & {
  readonly skippedEdits?: readonly number[];
};

/** Makes the function that moves a job's unsent edits along with it and answers how many it queued or skipped. */
function createEditMoves(db: StoreDatabase): (move: JobMove) => MovedEdits {
  const moveEdits = db.prepare<[EditState, Instant, string, EditState]>(
    'UPDATE edit SET state = ?, updated_at = ? WHERE job_id = ? AND state = ?',
  );
  // Planned while its link was free; meanwhile another edit of the link was started. Sent both, neither could be told apart.
  const skipTaken = db
    .prepare<[ErrorCode, Instant, string], number>(
      `UPDATE edit SET state = 'skipped', error_code = ?, updated_at = ?
       WHERE job_id = ? AND state = 'planned' AND ${linkHasOpenEdit} RETURNING id`,
    )
    .pluck();
  return ({ jobId, to, at }) => {
    const edits = editMoves[to];
    if (edits === undefined) return {};
    const taken = to === 'running' ? skipTaken.all('link/changed-since', at, jobId) : [];
    const moved = edits.from.map((from) => moveEdits.run(edits.to, at, jobId, from).changes);
    const count = moved.reduce((sum, changes) => sum + changes, 0);
    const named = taken.length === 0 ? {} : { skipped: taken.length, skippedEdits: taken };
    return { ...named, [edits.to]: count };
  };
}
