import type { PlanRow } from '#domain/bulk-job';
import type { Instant } from '#domain/instant';

import { createFileRows, rowsPerPage, type FileRows } from './file-rows';
import type { OpenStore } from './open-store';
import { createPlanTable } from './plan-table';
import { openSnapshot } from './snapshot';

export interface PlanFileRows extends FileRows<PlanRow> {
  readonly planId: string;
  readonly plannedAt: Instant;
}

/**
 * The rows of a plan in the order of its selection, as they are now.
 *
 * @throws AppError `plan/not-found`; a `store/` code.
 */
export function createPlanFileRows(store: Pick<OpenStore, 'openBeside'>, planId: string): PlanFileRows {
  return openSnapshot(store, (db) => {
    const plans = createPlanTable(db);
    const { createdAt } = plans.read(planId);
    const { total } = plans.page({ planId, start: 0, end: 0 });
    const rows = createFileRows(db, {
      total,
      next: (_last: PlanRow | undefined, done) =>
        plans.page({ planId, start: done, end: done + rowsPerPage }).rows,
    });
    return { ...rows, planId, plannedAt: createdAt };
  });
}
