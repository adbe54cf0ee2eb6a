import type { ExportRow } from '#domain/export-row';

import { connectionsOf, rowsPerPage } from './file-rows';
import type { LinkValues } from './link-columns';
import { statusOfCode } from './link-status-code';
import type { OpenStore } from './open-store';
import { openSnapshot } from './snapshot';
import type { StoreDatabase } from './store-database';
import { translatingErrors } from './store-failure';

/** The columns of an ExportRow, in its order. */
const columns = [
  'connection_id',
  'link_id',
  'reference',
  'status',
  'provider_status',
  'amount_minor',
  'currency',
  'customer_name',
  'customer_email',
  'order_text',
  'created_at',
  'expires_at',
  'attempts',
  'url',
  'checked_at',
] as const satisfies readonly (keyof LinkValues)[];
const statusAt = columns.indexOf('status');

/** The rows of an export from a snapshot, read page by page. */
export interface ExportRows {
  readonly total: number;
  readonly connections: readonly { readonly id: string; readonly name: string }[];
  rows(signal: AbortSignal): Iterable<readonly ExportRow[]>;
  /** To be called when the file is written: until then the store's file keeps what has changed since it began. */
  close(): void;
}

/** The links of these keys in their order, all of them as they are now, whenever a page is asked for; a link that is gone is left out. */
export function createExportRows(store: Pick<OpenStore, 'openBeside'>, keys: Int32Array): ExportRows {
  return openSnapshot(store, (db) => {
    const read = createRowReader(db);
    return {
      total: keys.length,
      connections: connectionsOf(db),
      *rows(signal) {
        for (let start = 0; start < keys.length && !signal.aborted; start += rowsPerPage) {
          yield translatingErrors(() => read(keys.subarray(start, start + rowsPerPage)));
        }
      },
      close: () => void db.close(),
    };
  });
}

function createRowReader(db: StoreDatabase): (keys: Int32Array) => readonly ExportRow[] {
  const read = db
    .prepare<[string], unknown[]>(
      `SELECT ${columns.map((column) => `link.${column}`).join(', ')}
       FROM json_each(?) AS picked CROSS JOIN link ON link.key = picked.value
       ORDER BY picked.key`,
    )
    .raw();
  return (keys) => {
    const rows = read.all(`[${keys.join(',')}]`);
    for (const row of rows) row[statusAt] = statusOfCode(Number(row[statusAt]));
    // The columns are those of an ExportRow, and the table is STRICT.
    return rows as unknown as readonly ExportRow[];
  };
}
