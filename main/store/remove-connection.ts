import { AppError } from '#domain/app-error';
import type { EditState } from '#domain/edit-state';
import type { Instant } from '#domain/instant';

import type { AuditLog } from './audit-log';
import type { StoreDatabase } from './store-database';

interface RemovalParts {
  readonly audit: AuditLog;
  readonly now: () => Instant;
}

/**
 * Makes the function that removes a connection with all that belongs to it, edits first because links may be many. Plans with
 * a row of it go whole: they would no longer be what was shown.
 *
 * It refuses with `job/already-running` while an edit is under way: its outcome would have nowhere to go. Of a cancelled job
 * such an edit may be undecided for ever, so there it is no reason; the audit log then keeps how many outcomes nobody learned,
 * and how many conflicts nobody decided.
 */
export function createRemoveConnection(
  db: StoreDatabase,
  { audit, now }: RemovalParts,
): (connectionId: string) => void {
  const underWay = db.prepare<[string]>(
    `SELECT 1 FROM edit JOIN job ON job.id = edit.job_id
     WHERE connection_id = ? AND edit.state IN ('queued', 'sending', 'unknown') AND job.state <> 'cancelled' LIMIT 1`,
  );
  const undecided = db.prepare<[string], { state: EditState; count: number }>(
    `SELECT state, count(*) AS count FROM edit
     WHERE connection_id = ? AND state IN ('sending', 'unknown', 'conflict') GROUP BY state`,
  );
  const removeRows = createRowRemoval(db);
  return db.transaction((connectionId: string): void => {
    if (underWay.get(connectionId) !== undefined) {
      throw new AppError('job/already-running', { message: 'Edits of this connection are under way.' });
    }
    const counts = undecided.all(connectionId);
    if (counts.length > 0) {
      const unlearned = counts.filter(({ state }) => state !== 'conflict');
      const detail = {
        outcomesNeverLearned: Object.fromEntries(
          unlearned.map(({ state, count }) => [state, count]),
        ) as unknown,
        conflictsNeverDecided: counts.find(({ state }) => state === 'conflict')?.count ?? 0,
      };
      audit.append({ at: now(), event: 'connection.undecided-edits', subject: connectionId, detail });
    }
    removeRows(connectionId);
  });
}

function createRowRemoval(db: StoreDatabase): (connectionId: string) => void {
  const plans = `SELECT id FROM job WHERE state = 'planned' AND (
    EXISTS (SELECT 1 FROM edit INDEXED BY edit_lane WHERE job_id = job.id AND connection_id = @id)
    OR EXISTS (SELECT 1 FROM plan_row WHERE job_id = job.id AND connection_id = @id)
  )`;
  const plansOf = db.prepare<[{ readonly id: string }], string>(plans).pluck();
  const dropEdits = db.prepare<[string]>('DELETE FROM edit WHERE job_id = ?');
  const dropJob = db.prepare<[string]>('DELETE FROM job WHERE id = ?');
  const steps = [
    'DELETE FROM sync_met WHERE run IN (SELECT number FROM sync_run WHERE connection_id = ?)',
    'DELETE FROM sync_run WHERE connection_id = ?',
    "DELETE FROM link_news WHERE news IN ('new', 'paid', 'closed', 'expired') AND connection_id = ?",
    'DELETE FROM creation WHERE connection_id = ?',
    'DELETE FROM edit WHERE connection_id = ?',
    'DELETE FROM plan_row WHERE connection_id = ?',
    'DELETE FROM link_search WHERE rowid IN (SELECT key FROM link WHERE connection_id = ?)',
    // Its history goes with each link, by the foreign key.
    'DELETE FROM link WHERE connection_id = ?',
  ].map((sql) => db.prepare<[string]>(sql));
  const dropEmptyJobs = db.prepare(
    "DELETE FROM job WHERE state <> 'planned' AND NOT EXISTS (SELECT 1 FROM edit WHERE job_id = job.id)",
  );
  const countAnew = db.prepare('UPDATE link_count SET count = (SELECT count(*) FROM link)');
  const drop = db.prepare<[string]>('DELETE FROM connection WHERE id = ?');
  return (connectionId) => {
    for (const planId of plansOf.all({ id: connectionId })) {
      dropEdits.run(planId);
      dropJob.run(planId);
    }
    for (const step of steps) step.run(connectionId);
    countAnew.run();
    dropEmptyJobs.run();
    if (drop.run(connectionId).changes === 0) throw new AppError('connection/not-found');
  };
}
