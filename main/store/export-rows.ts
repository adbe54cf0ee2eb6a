import type { LinkSelection, LinkSort } from '#domain/link-filter';
import type { LinkRow } from '#domain/payment-link';

import { connectionNames, rowsPerPage, type FileRows } from './file-rows';
import { createLinkQueries } from './link-query';
import type { OpenStore } from './open-store';
import { openSnapshot } from './snapshot';
import type { StoreDatabase } from './store-database';
import { translatingErrors } from './store-failure';

interface ExportedLinks {
  readonly selection: LinkSelection;
  readonly sort: readonly LinkSort[];
}

/**
 * The rows of an export, all of them as they are now, whenever a page is asked for.
 *
 * @throws AppError `store/result-closed` when the selection's query is closed; a `store/` code.
 */
export function createExportRows(
  store: Pick<OpenStore, 'methods' | 'openBeside'>,
  { selection, sort }: ExportedLinks,
): FileRows<LinkRow> {
  const chosen = store.methods.freezeSelection({ selection });
  return openSnapshot(store, (db) => snapshotRows(db, chosen, sort));
}

function snapshotRows(
  db: StoreDatabase,
  chosen: readonly number[],
  sort: readonly LinkSort[],
): FileRows<LinkRow> {
  const queries = createLinkQueries(db);
  const keys = queries.order(chosen, sort);
  return {
    total: keys.length,
    *rows(signal) {
      for (let start = 0; start < keys.length && !signal.aborted; start += rowsPerPage) {
        yield translatingErrors(() => queries.readRows(keys.slice(start, start + rowsPerPage)));
      }
    },
    connectionName: connectionNames(db),
    close: () => void db.close(),
  };
}
