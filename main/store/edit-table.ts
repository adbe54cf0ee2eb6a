import type { Edit } from '#domain/bulk-job';
import type { EditState } from '#domain/edit-state';

import { toEdit, type StoredEdit } from './edit-row';
import type { JobTable } from './job-table';
import type { StoreApi } from './store-api';
import type { StoreDatabase } from './store-database';

export interface EditTable {
  /** @throws AppError `job/not-found`. */
  next(input: Parameters<StoreApi['nextEdits']>[0]): readonly Edit[];
  /** The connections that have an edit of the job in one of the states. */
  connectionsOf(jobId: string, states: readonly EditState[]): readonly string[];
  /** A link's edits in `openStates`, newest first. */
  openOf(linkKey: number): readonly Edit[];
}

/** What the runner and the editor read of edits. */
export function createEditTable(db: StoreDatabase, jobs: JobTable): EditTable {
  const next = db.prepare<[string, EditState, number, number], StoredEdit>(
    'SELECT * FROM edit WHERE job_id = ? AND state = ? AND id > ? ORDER BY id LIMIT ?',
  );
  const nextOfLane = db.prepare<[string, string, EditState, number, number], StoredEdit>(
    `SELECT * FROM edit INDEXED BY edit_lane WHERE job_id = ? AND connection_id = ? AND state = ? AND id > ?
     ORDER BY id LIMIT ?`,
  );
  // Asked connection by connection: the distinct ones of 100,000 edits would be found by reading all of them.
  const connectionsOf = db
    .prepare<[string, string], string>(
      `SELECT connection.id FROM connection WHERE EXISTS (
         SELECT 1 FROM edit INDEXED BY edit_lane
         WHERE job_id = ? AND connection_id = connection.id AND state IN (SELECT value FROM json_each(?))
       ) ORDER BY connection.id`,
    )
    .pluck();
  // Two halves, because each has an index of just these edits.
  const openOf = db.prepare<[number, number], StoredEdit>(
    `SELECT * FROM edit WHERE link_key = ? AND state IN ('queued', 'sending', 'unknown')
     UNION ALL SELECT * FROM edit WHERE link_key = ? AND state = 'conflict' ORDER BY id DESC`,
  );
  return {
    next: ({ jobId, state, limit, afterId = 0, connectionId }) => {
      jobs.read(jobId);
      const rows =
        connectionId === undefined
          ? next.all(jobId, state, afterId, limit)
          : nextOfLane.all(jobId, connectionId, state, afterId, limit);
      return rows.map(toEdit);
    },
    connectionsOf: (jobId, states) => connectionsOf.all(jobId, JSON.stringify(states)),
    openOf: (linkKey) => openOf.all(linkKey, linkKey).map(toEdit),
  };
}
