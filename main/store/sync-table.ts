import { AppError } from '#domain/app-error';
import type { SyncMode, SyncRun, SyncState } from '#domain/sync-run';

import type { StoreDatabase } from './store-database';
import { parseStoredJson, storedErrorCode, storedPosition } from './stored-json';
import type { SyncPlace } from './sync-api';

/** A run as the table holds it; the table is STRICT and checks the words. */
export interface StoredSync {
  readonly number: number;
  readonly id: string;
  readonly connection_id: string;
  readonly mode: SyncMode;
  readonly state: SyncState;
  readonly started_at: number;
  readonly ended_at: number | null;
  readonly served_at: number | null;
  readonly since: number | null;
  readonly fell_back: 0 | 1;
  readonly reading: number;
  readonly position: string | null;
  readonly total: number | null;
  readonly paused_by: string | null;
  readonly incomplete: 0 | 1;
  readonly pages: number;
  readonly listed: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly news_new: number;
  readonly news_paid: number;
  readonly news_closed: number;
  readonly news_expired: number;
}

export interface SyncTable {
  /** @throws AppError `job/not-found`. */
  row(runId: string): StoredSync;
  run(runId: string): SyncRun;
  place(runId: string): SyncPlace;
  /** The newest run of each connection, and the newest finished one where that is another. */
  list(): readonly SyncRun[];
}

export function createSyncTable(db: StoreDatabase): SyncTable {
  const find = db.prepare<[string], StoredSync>('SELECT * FROM sync_run WHERE id = ?');
  const list = db.prepare<[], StoredSync>(
    `SELECT * FROM sync_run WHERE number IN (
       SELECT max(number) FROM sync_run GROUP BY connection_id
       UNION SELECT max(number) FROM sync_run WHERE state = 'finished' GROUP BY connection_id
     ) ORDER BY number DESC`,
  );
  const row = (runId: string): StoredSync => {
    const found = find.get(runId);
    if (found === undefined) throw new AppError('job/not-found');
    return found;
  };
  return {
    row,
    run: (runId) => toRun(row(runId)),
    place: (runId) => toPlace(row(runId)),
    list: () => list.all().map(toRun),
  };
}

function toPlace(row: StoredSync): SyncPlace {
  const run = toRun(row);
  return row.position === null ? { run } : { run, position: parseStoredJson(storedPosition, row.position) };
}

function toRun(row: StoredSync): SyncRun {
  const { pages, listed, added, changed, unchanged, rejected } = row;
  const { news_new, news_paid, news_closed, news_expired } = row;
  return {
    id: row.id,
    connectionId: row.connection_id,
    mode: row.mode,
    state: row.state,
    startedAt: row.started_at,
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
    ...(row.since === null ? {} : { since: row.since }),
    ...(row.fell_back === 1 ? { fellBack: true } : {}),
    counts: { pages, listed, added, changed, unchanged, rejected },
    digest: { new: news_new, paid: news_paid, closed: news_closed, expired: news_expired },
    ...(row.total === null ? {} : { total: row.total }),
    ...(row.paused_by === null ? {} : { pausedBy: storedErrorCode.parse(row.paused_by) }),
    ...(row.incomplete === 1 ? { incomplete: true } : {}),
  };
}
