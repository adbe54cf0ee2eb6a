import { AppError } from '#domain/app-error';
import type { BulkChange } from '#domain/bulk-job';
import type { Instant } from '#domain/instant';
import { baseOf, patchOf } from '#domain/link-patch';

import { createEditInsertion } from './insert-edit';
import type { JudgedRow } from './plan-source';
import type { PlanSummary } from './plan-tally';
import type { StoreDatabase } from './store-database';

export interface NewPlan {
  readonly planId: string;
  readonly change: BulkChange;
  readonly now: Instant;
}

/** The short writes a plan is stored by. Until `complete`, nobody reads it. */
export interface PlanWriter {
  begin(plan: NewPlan): void;
  /** Stores rows from a position on, in one transaction. @throws AppError `plan/not-found` when the plan was removed meanwhile. */
  add(plan: NewPlan, start: number, rows: readonly JudgedRow[]): void;
  complete(planId: string, summary: PlanSummary): void;
}

/** How many plans wait for a confirmation at once; an older one has to be made again. */
const plansKept = 4;

export function createPlanWriter(db: StoreDatabase): PlanWriter {
  const begin = db.prepare<[string, string, Instant]>(
    "INSERT INTO job (id, change, state, created_at, is_complete) VALUES (?, ?, 'planned', ?, 0)",
  );
  const isThere = db.prepare<[string]>("SELECT 1 FROM job WHERE id = ? AND state = 'planned'");
  const complete = db.prepare<[string, string]>('UPDATE job SET summary = ?, is_complete = 1 WHERE id = ?');
  // By their numbers, not their times: the clock may have been set back.
  const hideOld = db.prepare<[number]>(
    `UPDATE job SET is_complete = 0 WHERE id IN (
       SELECT id FROM job WHERE state = 'planned' AND is_complete AND summary IS NOT NULL
       ORDER BY rowid DESC LIMIT -1 OFFSET ?
     )`,
  );
  const put = createRowInsertion(db);
  return {
    begin: ({ planId, change, now }) => void begin.run(planId, JSON.stringify(change), now),
    add: db.transaction((plan: NewPlan, start: number, rows: readonly JudgedRow[]): void => {
      if (isThere.get(plan.planId) === undefined) throw new AppError('plan/not-found');
      for (const [index, judged] of rows.entries()) put(plan, start + index, judged);
    }),
    complete: db.transaction((planId: string, summary: PlanSummary): void => {
      if (complete.run(JSON.stringify(summary), planId).changes === 0) throw new AppError('plan/not-found');
      hideOld.run(plansKept);
    }),
  };
}

/** Makes the function that stores a row as an edit if it will change, and beside the edits if not. */
function createRowInsertion(db: StoreDatabase): (plan: NewPlan, position: number, judged: JudgedRow) => void {
  const insertEdit = createEditInsertion(db);
  const insertOther = db.prepare<[Record<string, string | number | null>]>(
    `INSERT INTO plan_row VALUES
       (@jobId, @position, @linkKey, @connectionId, @linkId, @reference, @verdict, @reason, @changes)`,
  );
  return ({ planId: jobId, now: at }, position, { row, verdict, reason, changes }) => {
    if (verdict === 'change') {
      const edit = { linkKey: row.key, patch: patchOf(changes), base: baseOf(row), changes };
      insertEdit({ jobId, at, position, edit });
      return;
    }
    const { key: linkKey, connectionId, linkId, reference } = row;
    insertOther.run({
      ...{ jobId, position, linkKey, connectionId, linkId, reference, verdict },
      reason: reason ?? null,
      changes: JSON.stringify(changes),
    });
  };
}
