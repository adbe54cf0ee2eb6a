import { AppError, type ErrorCode } from '#domain/app-error';
import type { BulkChange, BulkJob } from '#domain/bulk-job';
import { noEdits, type EditCounts, type EditState } from '#domain/edit-state';
import type { Instant } from '#domain/instant';
import type { JobState } from '#domain/job-state';

import { createEditInsertion } from './insert-edit';
import type { NewEdit, StoreApi } from './store-api';
import type { StoreDatabase } from './store-database';
import { parseStored, parseStoredJson, storedBulkChange, storedErrorCode } from './stored-json';

export interface NewJob {
  readonly id: string;
  readonly change: BulkChange;
  readonly at: Instant;
  readonly edits: readonly NewEdit[];
}

/** None of the readers sees a plan that is not complete. */
export interface JobTable {
  /** @throws AppError `job/nothing-to-do` without edits, `link/not-found` for a key of no link; then nothing is stored. */
  create(job: NewJob): BulkJob;
  /** @throws AppError `job/not-found`. */
  read(jobId: string): BulkJob;
  /** Newest first. */
  list(states?: readonly JobState[]): readonly BulkJob[];
  /** Jobs that were started, the one started last first. */
  page(input: Parameters<StoreApi['readJobs']>[0]): ReturnType<StoreApi['readJobs']>;
  /** Edits of all started jobs by state. */
  countEdits(): EditCounts;
}

interface StoredJob {
  readonly id: string;
  readonly change: string;
  readonly state: JobState;
  readonly created_at: number;
  readonly started_at: number | null;
  readonly finished_at: number | null;
  readonly paused_by: string | null;
}

interface StoredCount {
  readonly state: EditState;
  readonly count: number;
}

const toCounts = (rows: readonly StoredCount[]): EditCounts => ({
  ...noEdits,
  ...Object.fromEntries(rows.map(({ state, count }) => [state, count])),
});

export function createJobTable(db: StoreDatabase): JobTable {
  const toJob = createJobReader(db);
  const find = db.prepare<[string], StoredJob>('SELECT * FROM job WHERE id = ? AND is_complete');
  const list = db.prepare<[{ readonly states: string | null }], StoredJob>(
    `SELECT * FROM job WHERE is_complete AND (@states IS NULL OR state IN (SELECT value FROM json_each(@states)))
     ORDER BY created_at DESC, id`,
  );
  const countStarted = db.prepare<[], StoredCount>(
    `SELECT job_count.state, sum(count) AS count FROM job CROSS JOIN job_count ON job_count.job_id = job.id
     WHERE started_at IS NOT NULL GROUP BY job_count.state`,
  );
  const read = (jobId: string): BulkJob => {
    const row = find.get(jobId);
    if (row === undefined) throw new AppError('job/not-found');
    return toJob(row);
  };
  const insert = createInsertion(db);
  const page = createPageReader(db);
  return {
    create: (job) => {
      insert(job);
      return read(job.id);
    },
    read,
    list: (states) => list.all({ states: states === undefined ? null : JSON.stringify(states) }).map(toJob),
    page: (input) => {
      const { total, jobs } = page(input);
      return { total, jobs: jobs.map(toJob) };
    },
    countEdits: () => toCounts(countStarted.all()),
  };
}

/** Makes the function that completes a stored job with its counts and what became of it. */
function createJobReader(db: StoreDatabase): (row: StoredJob) => BulkJob {
  const count = db.prepare<[string], StoredCount>('SELECT state, count FROM job_count WHERE job_id = ?');
  const undoneBy = db
    .prepare<[string], string>(
      `SELECT id FROM job WHERE undo_of = ? AND started_at IS NOT NULL
       ORDER BY started_at DESC, rowid DESC LIMIT 1`,
    )
    .pluck();
  const reference = db.prepare<[string], string>('SELECT reference FROM edit WHERE job_id = ?').pluck();
  return (row) => {
    const undo = undoneBy.get(row.id);
    const change = parseStoredJson(storedBulkChange, row.change);
    const single = change.verb === 'edit' ? reference.get(row.id) : undefined;
    return {
      id: row.id,
      change,
      ...(single === undefined ? {} : { reference: single }),
      state: row.state,
      createdAt: row.created_at,
      ...(row.started_at === null ? {} : { startedAt: row.started_at }),
      ...(row.finished_at === null ? {} : { finishedAt: row.finished_at }),
      ...(row.paused_by === null ? {} : { pausedBy: parseStored<ErrorCode>(storedErrorCode, row.paused_by) }),
      counts: toCounts(count.all(row.id)),
      ...(undo === undefined ? {} : { undoneBy: undo }),
    };
  };
}

function createPageReader(
  db: StoreDatabase,
): (input: Parameters<JobTable['page']>[0]) => { total: number; jobs: readonly StoredJob[] } {
  const from = "FROM job WHERE started_at IS NOT NULL AND (? OR verb <> 'edit')";
  const read = db.prepare<[number, number, number], StoredJob>(
    `SELECT * ${from} ORDER BY started_at DESC, rowid DESC LIMIT ? OFFSET ?`,
  );
  const count = db.prepare<[number], number>(`SELECT count(*) ${from}`).pluck();
  return ({ withSingle, start, end }) => ({
    total: count.get(Number(withSingle)) ?? 0,
    jobs: read.all(Number(withSingle), Math.max(0, end - start), start),
  });
}

/** Makes the function that stores a job and its edits in one transaction. */
function createInsertion(db: StoreDatabase): (job: NewJob) => void {
  const insertJob = db.prepare<[string, string, Instant]>(
    "INSERT INTO job (id, change, state, created_at) VALUES (?, ?, 'planned', ?)",
  );
  const insertEdit = createEditInsertion(db);
  return db.transaction(({ id, change, at, edits }: NewJob): void => {
    if (edits.length === 0) throw new AppError('job/nothing-to-do');
    insertJob.run(id, JSON.stringify(change), at);
    for (const [position, edit] of edits.entries()) {
      if (!insertEdit({ jobId: id, at, position, edit })) throw new AppError('link/not-found');
    }
  });
}
