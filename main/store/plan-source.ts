import type { BulkChange } from '#domain/bulk-job';
import type { LinkRow } from '#domain/payment-link';
import { judgePlanRow, type PlanContext, type RowVerdict } from '#domain/plan-row';
import { judgeUndo } from '#domain/undo-edit';

import { toEdit, type StoredEdit } from './edit-row';
import type { StoreMethods } from './create-store-api';
import type { PlanSource } from './store-api';
import type { StoreDatabase } from './store-database';

export interface JudgedRow extends RowVerdict {
  readonly row: LinkRow;
}

/** The rows of a plan, frozen when this was made. */
export interface PlanRows {
  readonly change: BulkChange;
  readonly total: number;
  /** Decides rows from a place on; links that left the cache are left out. */
  judge(start: number, count: number): readonly JudgedRow[];
}

export type PlanReads = Pick<StoreMethods, 'freezeSelection' | 'readLinks' | 'readJob'>;

/** Freezes what a plan is made of. @throws AppError `store/result-closed`; `job/not-found` for an unknown job to be undone. */
export function freezePlanRows(
  of: PlanSource,
  reads: PlanReads,
  { db, context }: { readonly db: StoreDatabase; readonly context: PlanContext },
): PlanRows {
  return of.kind === 'selection'
    ? selectedRows(of, reads, context)
    : appliedRows(of.jobId, reads, { db, context });
}

function selectedRows(
  { selection, change }: Extract<PlanSource, { kind: 'selection' }>,
  reads: PlanReads,
  context: PlanContext,
): PlanRows {
  const keys = reads.freezeSelection({ selection });
  return {
    change,
    total: keys.length,
    judge: (start, count) =>
      reads
        .readLinks({ keys: keys.slice(start, start + count) })
        .map((row) => ({ row, ...judgePlanRow(row, change, context) })),
  };
}

/** The applied edits of a job, each with the way back. */
function appliedRows(
  jobId: string,
  reads: PlanReads,
  { db, context }: { readonly db: StoreDatabase; readonly context: PlanContext },
): PlanRows {
  reads.readJob({ jobId });
  const ids = db
    .prepare<[string], number>("SELECT id FROM edit WHERE job_id = ? AND state = 'applied' ORDER BY id")
    .pluck()
    .all(jobId);
  const read = db.prepare<[string], StoredEdit>(
    'SELECT edit.* FROM json_each(?) AS picked CROSS JOIN edit ON edit.id = picked.value ORDER BY picked.key',
  );
  return {
    change: { verb: 'undo', ofJobId: jobId },
    total: ids.length,
    judge: (start, count) => {
      const edits = read.all(JSON.stringify(ids.slice(start, start + count))).map(toEdit);
      const rows = reads.readLinks({ keys: edits.map(({ linkKey }) => linkKey) });
      const byKey = new Map(rows.map((row) => [row.key, row]));
      return edits.flatMap((edit) => {
        const row = byKey.get(edit.linkKey);
        return row === undefined ? [] : [{ row, ...judgeUndo(edit, row, context) }];
      });
    },
  };
}
