import { changedSince, type EditBase, type FieldChange } from '#domain/link-patch';

import type { PlanTable } from './plan-table';
import type { PlanTally, PlanSummary } from './plan-tally';
import type { PlanReads } from './plan-source';
import type { StoreDatabase } from './store-database';
import { parseStoredJson, storedBase, storedChanges } from './stored-json';
import { storedSummary } from './stored-plan';

/** Compares a plan with the cache once more, slice by slice. Both parts refuse a plan that is not waiting (any more). */
export interface PlanRejudge {
  /** Judges the next rows that were to change, after a position; answers the last one, or undefined at the end. */
  judge(planId: string, after: number, tally: PlanTally): number | undefined;
  /** Renews what the plan counts, by the rows that were judged. */
  finish(planId: string, tally: PlanTally): void;
}

interface PlannedEdit {
  readonly id: number;
  readonly position: number;
  readonly link_key: number;
  readonly base: string;
  readonly changes: string;
}

const ROWS_A_TURN = 250;

export function createPlanRejudge(
  db: StoreDatabase,
  { plans, reads }: { readonly plans: PlanTable; readonly reads: Pick<PlanReads, 'readLinks'> },
): PlanRejudge {
  const nextEdits = db.prepare<[string, number, number], PlannedEdit>(
    `SELECT id, position, link_key, base, changes FROM edit WHERE job_id = ? AND position > ?
     ORDER BY position LIMIT ?`,
  );
  const setAside = createSettingAside(db);
  const readSummary = db.prepare<[string], string>('SELECT summary FROM job WHERE id = ?').pluck();
  const writeSummary = db.prepare<[string, string]>('UPDATE job SET summary = ? WHERE id = ?');
  return {
    judge: db.transaction((planId: string, after: number, tally: PlanTally): number | undefined => {
      plans.assertWaiting(planId);
      const edits = nextEdits.all(planId, after, ROWS_A_TURN);
      const rows = reads.readLinks({ keys: edits.map((edit) => edit.link_key) });
      const byKey = new Map(rows.map((row) => [row.key, row]));
      for (const edit of edits) {
        const row = byKey.get(edit.link_key);
        const changes: readonly FieldChange[] = parseStoredJson(storedChanges, edit.changes);
        const base: EditBase = parseStoredJson(storedBase, edit.base);
        const isSame = row !== undefined && changedSince(base, row).length === 0;
        if (!isSame) setAside(edit.id);
        tally.add(row ?? { checkedAt: 0 }, { verdict: isSame ? 'change' : 'changed-since', changes });
      }
      return edits.at(-1)?.position;
    }),
    finish: db.transaction((planId: string, tally: PlanTally): void => {
      plans.assertWaiting(planId);
      const before = parseStoredJson(storedSummary, readSummary.get(planId) ?? '');
      writeSummary.run(JSON.stringify(mergeSummaries(before, tally.summary)), planId);
    }),
  };
}

/** What was decided for good stays; what was to change is counted anew. */
function mergeSummaries(
  { total, unchanged, blocked, changedSince: asideBefore }: PlanSummary,
  { changedSince: asideNow, willChange, sooner, sums, oldestCheckedAt }: PlanSummary,
): PlanSummary {
  return {
    ...{ total, unchanged, blocked, willChange, sooner, sums },
    changedSince: asideBefore + asideNow,
    ...(oldestCheckedAt === undefined ? {} : { oldestCheckedAt }),
  };
}

/** Makes the function that turns an edit that is only planned into a row that changed since. */
function createSettingAside(db: StoreDatabase): (editId: number) => void {
  const copy = db.prepare<[number]>(
    `INSERT INTO plan_row (job_id, position, link_key, connection_id, link_id, reference, verdict, changes)
     SELECT job_id, position, link_key, connection_id, link_id, reference, 'changed-since', changes
     FROM edit WHERE id = ?`,
  );
  const drop = db.prepare<[number]>('DELETE FROM edit WHERE id = ?');
  return (editId) => {
    copy.run(editId);
    drop.run(editId);
  };
}
