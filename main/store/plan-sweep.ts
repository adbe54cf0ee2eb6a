import { setImmediate as nextTurn } from 'node:timers/promises';

import type { StoreDatabase } from './store-database';
import type { WriteTurns } from './write-turns';

export interface PlanSweep {
  /** From now on nobody reads the plan, or any plan: unless it was started. */
  hide(planId: string | undefined): void;
  /** Deletes what is hidden or was never completed, slice by slice, but for the plans being written. */
  sweep(turns: Pick<WriteTurns, 'pass'>, writing: ReadonlySet<string>): Promise<void>;
}

/** Rows a slice: a few milliseconds of writing, so that a query waits no longer than that. */
const ROWS_A_TURN = 500;

/** Removes plans: a plan may have 100,000 rows, so first it is hidden, and then deleted bit by bit. */
export function createPlanSweep(db: StoreDatabase): PlanSweep {
  const hide = db.prepare<[string | null]>(
    "UPDATE job SET is_complete = 0 WHERE state = 'planned' AND id = coalesce(?, id)",
  );
  const hidden = db
    .prepare<[], string>("SELECT id FROM job WHERE state = 'planned' AND NOT is_complete")
    .pluck();
  const dropSome = [
    'DELETE FROM edit WHERE id IN (SELECT id FROM edit WHERE job_id = @id ORDER BY id LIMIT @rows)',
    `DELETE FROM plan_row WHERE job_id = @id AND position IN (
       SELECT position FROM plan_row WHERE job_id = @id ORDER BY position LIMIT @rows
     )`,
    "DELETE FROM job WHERE id = @id AND state = 'planned' AND NOT is_complete",
  ].map((sql) => db.prepare<[{ readonly id: string; readonly rows: number }]>(sql));
  return {
    hide: (planId) => void hide.run(planId ?? null),
    sweep: async (turns, writing) => {
      for (const id of hidden.all()) {
        if (writing.has(id)) continue;
        for (const drop of dropSome) {
          while ((await turns.pass(() => drop.run({ id, rows: ROWS_A_TURN }).changes)) > 0) await nextTurn();
        }
      }
    },
  };
}
