import type { StoredAuditEntry } from './audit-entry';
import { createFileRows, rowsPerPage, type FileRows } from './file-rows';
import type { OpenStore } from './open-store';
import { openSnapshot } from './snapshot';

/** The audit log as it stands now, oldest first, whether it is whole or not. */
export function createAuditRows(store: Pick<OpenStore, 'openBeside'>): FileRows<StoredAuditEntry> {
  return openSnapshot(store, (db) => {
    const after = db.prepare<[number], StoredAuditEntry>(
      `SELECT * FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ${String(rowsPerPage)}`,
    );
    return createFileRows(db, {
      total: db.prepare<[], number>('SELECT count(*) FROM audit').pluck().get() ?? 0,
      next: (last) => after.all(last?.sequence ?? -Number.MAX_SAFE_INTEGER),
    });
  });
}
