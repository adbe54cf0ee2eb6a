import { AppError, type ErrorCode } from '#domain/app-error';
import type { Instant } from '#domain/instant';
import { waitsForProvider } from '#domain/job-state';
import { nextSince, syncMoves, type SyncMode, type SyncRun, type SyncState } from '#domain/sync-run';

import type { AuditLog } from './audit-log';
import type { StoreDatabase } from './store-database';
import { sqlCode } from './store-failure';
import { auditOfSync } from './sync-audit';
import type { SyncMove, SyncPlace, SyncStoreApi } from './sync-api';
import type { MetLinks } from './sync-met';
import type { SyncTable } from './sync-table';

interface MoveParts {
  readonly syncs: SyncTable;
  readonly met: MetLinks;
  readonly audit: AuditLog;
}

interface NewRow {
  readonly id: string;
  readonly connectionId: string;
  readonly mode: SyncMode;
  readonly since: Instant | null;
  readonly at: Instant;
}

/** Makes the function that begins a run and gives up the one of its connection that was paused. */
export function createStartSync(
  db: StoreDatabase,
  { syncs, audit }: MoveParts,
  move: (move: SyncMove) => SyncRun,
): SyncStoreApi['startSync'] {
  const open = db.prepare<[string], { id: string; state: SyncState }>(
    "SELECT id, state FROM sync_run WHERE connection_id = ? AND state IN ('running', 'paused')",
  );
  // When the last run that read its list to the end began, by the provider's clock where it told.
  const before = db
    .prepare<[string], Instant>(
      `SELECT ifnull(served_at, started_at) FROM sync_run WHERE connection_id = ? AND state = 'finished' AND incomplete = 0
       ORDER BY number DESC LIMIT 1`,
    )
    .pluck();
  const insert = db.prepare<[NewRow]>(
    `INSERT INTO sync_run (id, connection_id, mode, state, started_at, since)
     VALUES (@id, @connectionId, @mode, 'running', @at, @since)`,
  );
  return db.transaction(({ id, connectionId, mode, at }) => {
    const others = open.all(connectionId);
    if (others.some(({ state }) => state === 'running')) throw new AppError('job/already-running');
    for (const other of others) move({ runId: other.id, to: 'cancelled', at });
    const finishedFrom = mode === 'incremental' ? before.get(connectionId) : undefined;
    const asked =
      finishedFrom === undefined
        ? { mode: 'full' as const, since: null }
        : { mode, since: nextSince(finishedFrom) };
    insertOrRefuse(() => insert.run({ id, connectionId, at, ...asked }));
    const run = syncs.run(id);
    audit.append(auditOfSync(run, 'sync-started', at));
    return run;
  });
}

function insertOrRefuse(insert: () => unknown): void {
  try {
    insert();
  } catch (thrown) {
    if (sqlCode(thrown) !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw thrown;
    throw new AppError('connection/not-found', {}, thrown);
  }
}

/** Makes the function that pauses, goes on with or gives up a run. What it cannot do any more changes nothing. */
export function createMoveSync(
  db: StoreDatabase,
  { syncs, met, audit }: MoveParts,
): (move: SyncMove) => SyncRun {
  const update = db.prepare<[SyncState, ErrorCode | null, Instant | null, string]>(
    'UPDATE sync_run SET state = ?, paused_by = ?, ended_at = ? WHERE id = ?',
  );
  const isTaken = db.prepare<[string, string]>(
    "SELECT 1 FROM sync_run WHERE connection_id = ? AND state = 'running' AND id <> ?",
  );
  return db.transaction(({ runId, to, at, pausedBy, byItself }: SyncMove): SyncRun => {
    const run = syncs.run(runId);
    // Decided here and not by who asks: the user may have paused it meanwhile.
    if (byItself === true && !waitsForProvider(run.pausedBy)) return run;
    if (!syncMoves[run.state].includes(to)) return run;
    if (to === 'running' && isTaken.get(run.connectionId, runId) !== undefined) return run;
    update.run(to, to === 'paused' ? (pausedBy ?? null) : null, to === 'cancelled' ? at : null, runId);
    const moved = syncs.run(runId);
    if (to === 'cancelled') {
      met.drop(syncs.row(runId).number);
      audit.append(auditOfSync(moved, 'sync-cancelled', at));
    }
    return moved;
  });
}

/** Makes the function that has a run begin the list anew, without the question its provider passes over. */
export function createRestartSync(db: StoreDatabase, { syncs }: MoveParts): SyncStoreApi['restartSyncFull'] {
  const update = db.prepare<[string]>(
    `UPDATE sync_run SET fell_back = 1, reading = reading + 1, position = NULL, total = NULL
     WHERE id = ? AND state = 'running' AND mode = 'incremental' AND NOT fell_back`,
  );
  return db.transaction(({ runId }: { runId: string }): SyncPlace => {
    update.run(runId);
    return syncs.place(runId);
  });
}
