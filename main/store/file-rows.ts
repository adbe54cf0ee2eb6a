import { createConnectionTable } from './connection-table';
import type { StoreDatabase } from './store-database';
import { translatingErrors } from './store-failure';

/** What a file is written from: rows of a snapshot, read page by page. */
export interface FileRows<Row> {
  readonly total: number;
  rows(signal: AbortSignal): Iterable<readonly Row[]>;
  connectionName(connectionId: string): string;
  /** To be called when the file is written: until then the store's file keeps what has changed since it began. */
  close(): void;
}

export const rowsPerPage = 2_000;

interface Paging<Row> {
  readonly total: number;
  /** The next rows; `last` is the one before them, and `done` how many were read so far. */
  readonly next: (last: Row | undefined, done: number) => readonly Row[];
}

/** The rows of a file from a snapshot that `close` closes. */
export function createFileRows<Row>(db: StoreDatabase, { total, next }: Paging<Row>): FileRows<Row> {
  return {
    total,
    *rows(signal) {
      let last: Row | undefined;
      for (let done = 0; done < total && !signal.aborted;) {
        const page = translatingErrors(() => next(last, done));
        if (page.length === 0) return;
        yield page;
        last = page.at(-1);
        done += page.length;
      }
    },
    connectionName: connectionNames(db),
    close: () => void db.close(),
  };
}

/** The connections there are now, without what only they need. */
export function connectionsOf(db: StoreDatabase): readonly { readonly id: string; readonly name: string }[] {
  return createConnectionTable(db)
    .list()
    .map(({ id, name }) => ({ id, name }));
}

/** The names connections have now; a removed one is called by its id. */
export function connectionNames(db: StoreDatabase): (connectionId: string) => string {
  const names = new Map(connectionsOf(db).map(({ id, name }) => [id, name]));
  return (connectionId) => names.get(connectionId) ?? connectionId;
}
