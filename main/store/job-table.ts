import { AppError, type ErrorCode } from '#domain/app-error';
import {
  noEdits,
  type BulkChange,
  type BulkJob,
  type EditCounts,
  type EditState,
  type JobState,
} from '#domain/bulk-job';
import type { Instant } from '#domain/instant';

import type { NewEdit } from './store-api';
import type { StoreDatabase } from './store-database';
import { parseStored, parseStoredJson, storedBulkChange, storedErrorCode } from './stored-json';

export interface JobTable {
  /** @throws AppError `job/nothing-to-do` without edits, `link/not-found` for a key of no link; then nothing is stored. */
  create(job: { id: string; change: BulkChange; at: Instant; edits: readonly NewEdit[] }): BulkJob;
  /** @throws AppError `job/not-found`. */
  read(jobId: string): BulkJob;
  /** Newest first. */
  list(states?: readonly JobState[]): readonly BulkJob[];
}

interface StoredJob {
  readonly id: string;
  readonly change: string;
  readonly state: JobState;
  readonly created_at: number;
  readonly finished_at: number | null;
  readonly paused_by: string | null;
}

export function createJobTable(db: StoreDatabase): JobTable {
  const find = db.prepare<[string], StoredJob>('SELECT * FROM job WHERE id = ?');
  const list = db.prepare<[{ readonly states: string | null }], StoredJob>(
    `SELECT * FROM job WHERE @states IS NULL OR state IN (SELECT value FROM json_each(@states))
     ORDER BY created_at DESC, id`,
  );
  const count = db.prepare<[string], { state: EditState; count: number }>(
    'SELECT state, count(*) AS count FROM edit WHERE job_id = ? GROUP BY state',
  );
  const countsOf = (jobId: string): EditCounts => ({
    ...noEdits,
    ...Object.fromEntries(count.all(jobId).map((row) => [row.state, row.count])),
  });
  const toJob = (row: StoredJob): BulkJob => ({
    id: row.id,
    change: parseStoredJson(storedBulkChange, row.change),
    state: row.state,
    createdAt: row.created_at,
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at }),
    ...(row.paused_by === null ? {} : { pausedBy: parseStored<ErrorCode>(storedErrorCode, row.paused_by) }),
    counts: countsOf(row.id),
  });
  const read = (jobId: string): BulkJob => {
    const row = find.get(jobId);
    if (row === undefined) throw new AppError('job/not-found');
    return toJob(row);
  };
  const insert = createInsertion(db);
  return {
    create: (job) => {
      insert(job);
      return read(job.id);
    },
    read,
    list: (states) => list.all({ states: states === undefined ? null : JSON.stringify(states) }).map(toJob),
  };
}

/** Makes the function that stores a job and its edits in one transaction. */
function createInsertion(db: StoreDatabase): (job: Parameters<JobTable['create']>[0]) => void {
  const insertJob = db.prepare<[string, string, Instant]>(
    "INSERT INTO job (id, change, state, created_at) VALUES (?, ?, 'planned', ?)",
  );
  const insertEdit = db.prepare<[Record<string, string | number>]>(
    `INSERT INTO edit (job_id, link_key, connection_id, link_id, reference, state, patch, base, changes, updated_at)
     SELECT @jobId, key, connection_id, link_id, reference, 'planned', @patch, @base, @changes, @at
     FROM link WHERE key = @linkKey`,
  );
  return db.transaction(({ id, change, at, edits }: Parameters<JobTable['create']>[0]): void => {
    if (edits.length === 0) throw new AppError('job/nothing-to-do');
    insertJob.run(id, JSON.stringify(change), at);
    for (const { linkKey, patch, base, changes } of edits) {
      const stored = insertEdit.run({
        jobId: id,
        linkKey,
        patch: JSON.stringify(patch),
        base: JSON.stringify(base),
        changes: JSON.stringify(changes),
        at,
      });
      if (stored.changes === 0) throw new AppError('link/not-found');
    }
  });
}
