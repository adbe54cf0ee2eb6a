import { createStore, type StoreOptions, type StoreParts } from './create-store-api';
import { migrate } from './migrate';
import { allMigrations } from './migrations/all-migrations';
import { openDatabase, type OpenDatabaseInput } from './open-database';
import type { OpenedStore } from './store-api';
import { fromSqlError } from './store-failure';

export interface OpenStore extends StoreParts {
  readonly opened: OpenedStore;
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
        ...createStore(db, { actor }),
        opened: { schemaVersion, ...(setAside === undefined ? {} : { setAside }) },
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
