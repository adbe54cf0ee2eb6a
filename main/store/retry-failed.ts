import type { Instant } from '#domain/instant';

import type { RerunParts } from './move-job';
import { linkHasOpenEdit } from './open-edit-sql';
import type { StoreDatabase } from './store-database';

/**
 * Makes the function that puts a job's failed edits back to queued, with an audit entry, and answers how many. One whose
 * link has another open edit by now stays failed: it would be sent on top of that.
 *
 * A finished job runs again from the same transaction on: were the process to end before anybody moved it, nobody would look at
 * it again.
 *
 * @throws AppError `job/not-found`.
 */
export function createRetryFailed(
  db: StoreDatabase,
  { jobs, audit, moveJob }: RerunParts,
): (input: { readonly jobId: string; readonly at: Instant }) => number {
  const retry = db.prepare<[Instant, string]>(
    `UPDATE edit SET state = 'queued', updated_at = ?, error_code = NULL, provider_code = NULL, provider_text = NULL,
       after = NULL
     WHERE job_id = ? AND state = 'failed' AND NOT ${linkHasOpenEdit}`,
  );
  const leftFailed = db
    .prepare<[string], number>("SELECT id FROM edit WHERE job_id = ? AND state = 'failed'")
    .pluck();
  return db.transaction(({ jobId, at }: { readonly jobId: string; readonly at: Instant }): number => {
    const { state } = jobs.read(jobId);
    // A cancelled job never runs again: an edit queued there would be stuck.
    if (state === 'cancelled') return 0;
    const count = retry.run(at, jobId).changes;
    if (count === 0) return 0;
    const left = leftFailed.all(jobId);
    const detail = { queued: count, ...(left.length === 0 ? {} : { leftFailed: left }) };
    audit.append({ at, event: 'job.retried', subject: jobId, detail });
    if (state === 'finished') moveJob({ jobId, to: 'running', at });
    return count;
  });
}
