import type { Edit } from '#domain/bulk-job';

import { editsSql } from './edit-pages';
import { toEdit, type StoredEdit } from './edit-row';
import { createFileRows, rowsPerPage, type FileRows } from './file-rows';
import { createJobTable } from './job-table';
import type { OpenStore } from './open-store';
import { openSnapshot } from './snapshot';
import type { EditFilter } from './store-api';

/**
 * The edits of a job that a filter means, oldest first, as they are now.
 *
 * @throws AppError `job/not-found`; a `store/` code.
 */
export function createResultRows(
  store: Pick<OpenStore, 'openBeside'>,
  filter: EditFilter & { readonly jobId: string },
): FileRows<Edit> {
  return openSnapshot(store, (db) => {
    createJobTable(db).read(filter.jobId);
    const { from, params } = editsSql(filter);
    const total = db.prepare<readonly string[], number>(`SELECT count(*) ${from}`).pluck();
    const after = db.prepare<(string | number)[], StoredEdit>(
      `SELECT edit.* ${from} AND edit.id > ? ORDER BY edit.id LIMIT ${String(rowsPerPage)}`,
    );
    return createFileRows(db, {
      total: total.get(...params) ?? 0,
      next: (last) => after.all(...params, last?.id ?? 0).map(toEdit),
    });
  });
}
