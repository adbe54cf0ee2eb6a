import type { ExportRow } from '#domain/export-row';

import { connectionsOf } from './file-rows';
import { keepFewPages } from './keep-few-pages';
import type { LinkValues } from './link-columns';
import { statusCodes, statusOfCode } from './link-status-code';
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
/** The status of a stored number; a list is quicker than asking for each. */
const words = Object.values(statusCodes).map(statusOfCode);

/** Rows that live for so short a time cost the collector least; with 2,000 to a page the process holds 50 MB more. */
const rowsPerPage = 500;

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
    keepFewPages(db);
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

const names = columns.map((column) => `link.${column}`).join(', ');

function createRowReader(db: StoreDatabase): (keys: Int32Array) => readonly ExportRow[] {
  const byRange = db
    .prepare<[number, number], unknown[]>(`SELECT ${names} FROM link WHERE key BETWEEN ? AND ? ORDER BY key`)
    .raw();
  const byKeys = db
    .prepare<[string], unknown[]>(
      `SELECT ${names} FROM json_each(?) AS picked CROSS JOIN link ON link.key = picked.value ORDER BY picked.key`,
    )
    .raw();
  return (keys) => {
    const first = keys[0] ?? 0;
    // Side by side in the table they are read in two thirds of the time.
    const rows = isGapless(keys)
      ? byRange.all(first, first + keys.length - 1)
      : byKeys.all(`[${keys.join(',')}]`);
    for (const row of rows) row[statusAt] = words[Number(row[statusAt])];
    // The columns are those of an ExportRow, and the table is STRICT.
    return rows as unknown as readonly ExportRow[];
  };
}

/** True for keys of which each is the one after the last. */
function isGapless(keys: Int32Array): boolean {
  const first = keys[0] ?? 0;
  for (let index = 1; index < keys.length; index += 1) if (keys[index] !== first + index) return false;
  return true;
}
