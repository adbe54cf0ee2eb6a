import type { LinkSelection, LinkSort } from '#domain/link-filter';
import type { LinkRow } from '#domain/payment-link';

import { createConnectionTable } from './connection-table';
import { createLinkQueries } from './link-query';
import type { OpenStore } from './open-store';
import type { StoreDatabase } from './store-database';
import { translatingErrors } from './store-failure';

export interface ExportRows {
  readonly total: number;
  rows(signal: AbortSignal): Iterable<readonly LinkRow[]>;
  connectionName(connectionId: string): string;
  /** To be called when the export is over: until then the file keeps what has changed since it began. */
  close(): void;
}

const pageRows = 2_000;

interface ExportedLinks {
  readonly selection: LinkSelection;
  readonly sort: readonly LinkSort[];
}

/**
 * The rows of an export, all of them as they are now: a read transaction on a connection of its own keeps later changes out,
 * whenever a page is asked for.
 *
 * @throws AppError `store/result-closed` when the selection's query is closed; a `store/` code.
 */
export function createExportRows(
  store: Pick<OpenStore, 'methods' | 'openBeside'>,
  { selection, sort }: ExportedLinks,
): ExportRows {
  const chosen = store.methods.freezeSelection({ selection });
  return translatingErrors(() => {
    const db = store.openBeside();
    try {
      db.exec('BEGIN');
      return snapshotRows(db, chosen, sort);
    } catch (thrown) {
      db.close();
      throw thrown;
    }
  });
}

function snapshotRows(db: StoreDatabase, chosen: readonly number[], sort: readonly LinkSort[]): ExportRows {
  const queries = createLinkQueries(db);
  const keys = queries.order(chosen, sort);
  const names = new Map(
    createConnectionTable(db)
      .list()
      .map(({ id, name }) => [id, name]),
  );
  return {
    total: keys.length,
    *rows(signal) {
      for (let start = 0; start < keys.length && !signal.aborted; start += pageRows) {
        yield translatingErrors(() => queries.readRows(keys.slice(start, start + pageRows)));
      }
    },
    connectionName: (connectionId) => names.get(connectionId) ?? connectionId,
    close: () => void db.close(),
  };
}
