import type { Edit, EditState } from '#domain/bulk-job';
import type { Instant } from '#domain/instant';

import { toEdit, type StoredEdit } from './edit-row';
import type { JobTable } from './job-table';
import type { StoreApi } from './store-api';
import type { StoreDatabase } from './store-database';

export interface EditTable {
  next(input: Parameters<StoreApi['nextEdits']>[0]): readonly Edit[];
  page(input: Parameters<StoreApi['readEdits']>[0]): ReturnType<StoreApi['readEdits']>;
  retryFailed(jobId: string, at: Instant): number;
}

/** Reads a job's edits. Every method refuses an unknown job with `job/not-found`. */
export function createEditTable(db: StoreDatabase, jobs: JobTable): EditTable {
  const next = db.prepare<[string, EditState, number, number], StoredEdit>(
    'SELECT * FROM edit WHERE job_id = ? AND state = ? AND id > ? ORDER BY id LIMIT ?',
  );
  const pageOfAll = db.prepare<[string, number, number], StoredEdit>(
    'SELECT * FROM edit WHERE job_id = ? ORDER BY id LIMIT ? OFFSET ?',
  );
  const pageOfStates = db.prepare<[string, string, number, number], StoredEdit>(
    `SELECT * FROM edit WHERE job_id = ? AND state IN (SELECT value FROM json_each(?))
     ORDER BY id LIMIT ? OFFSET ?`,
  );
  const retry = db.prepare<[Instant, string]>(
    `UPDATE edit SET state = 'queued', updated_at = ?, error_code = NULL, provider_code = NULL, provider_text = NULL,
       after = NULL
     WHERE job_id = ? AND state = 'failed'`,
  );
  return {
    next: ({ jobId, state, limit, afterId = 0 }) => {
      jobs.read(jobId);
      return next.all(jobId, state, afterId, limit).map(toEdit);
    },
    page: ({ jobId, start, end, states }) => {
      const { counts } = jobs.read(jobId);
      const limit = Math.max(0, end - start);
      const rows =
        states === undefined
          ? pageOfAll.all(jobId, limit, start)
          : pageOfStates.all(jobId, JSON.stringify(states), limit, start);
      const counted = Object.entries(counts).filter(
        ([state]) => states?.some((wanted) => wanted === state) ?? true,
      );
      return { total: counted.reduce((total, [, count]) => total + count, 0), edits: rows.map(toEdit) };
    },
    retryFailed: (jobId, at) => {
      // A cancelled job never runs again: an edit queued there would be stuck.
      if (jobs.read(jobId).state === 'cancelled') return 0;
      return retry.run(at, jobId).changes;
    },
  };
}
