import { createStore, type StoreMethods, type StoreOptions } from './create-store-api';
import { migrate } from './migrate';
import { allMigrations } from './migrations/all-migrations';
import { openBeside, openDatabase, type OpenDatabaseInput } from './open-database';
import type { OpenedStore } from './store-api';
import type { StoreDatabase } from './store-database';
import { fromSqlError } from './store-failure';

export interface OpenStore {
  readonly methods: StoreMethods;
  readonly opened: OpenedStore;
  /** Opens a connection of its own for work that lasts, an import or an export; whoever asks closes it. */
  openBeside(): StoreDatabase;
  close(): void;
}

/**
 * Opens the store's file, brings it to the newest schema and assembles the store over it.
 *
 * @throws AppError `store/unavailable` with a `StoreFailure` as reason; the file is then closed.
 */
export function openStore({ actor, ...input }: OpenDatabaseInput & StoreOptions): OpenStore {
  try {
    const { db, setAside } = openDatabase(input);
    try {
      const schemaVersion = migrate(db, allMigrations);
      return {
        methods: createStore(db, { actor }),
        opened: { schemaVersion, ...(setAside === undefined ? {} : { setAside }) },
        openBeside: () => openBeside(input),
        close: () => void db.close(),
      };
    } catch (thrown) {
      db.close();
      throw thrown;
    }
  } catch (thrown) {
    throw fromSqlError(thrown);
  }
}
