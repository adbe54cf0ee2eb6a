import { createStore, type StoreMethods, type StoreOptions } from './create-store-api';
import { migrate } from './migrate';
import { allMigrations } from './migrations/all-migrations';
import { openBeside, openDatabase, type OpenDatabaseInput } from './open-database';
import { Planner } from './planner';
import type { OpenedStore } from './store-api';
import type { StoreDatabase } from './store-database';
import { fromSqlError, translatingErrors } from './store-failure';

export interface OpenStore {
  readonly methods: StoreMethods;
  readonly planner: Planner;
  readonly opened: OpenedStore;
  /** Opens a connection of its own for work that lasts, an import or an export; whoever asks closes it. */
  openBeside(): StoreDatabase;
  /** Runs something in one transaction; those of the methods called inside it are parts of it. */
  transaction<T>(run: () => T): T;
  close(): void;
}

/**
 * Opens the store's file, brings it to the newest schema and assembles the store over it.
 *
 * @throws AppError `store/unavailable` with a `StoreFailure` as reason; the file is then closed.
 */
export function openStore({ actor, ...input }: OpenDatabaseInput & Pick<StoreOptions, 'actor'>): OpenStore {
  try {
    const { db, setAside } = openDatabase(input);
    try {
      const schemaVersion = migrate(db, allMigrations);
      const methods = createStore(db, { actor, ...(input.now === undefined ? {} : { now: input.now }) });
      return {
        methods,
        planner: new Planner(db, methods),
        opened: { schemaVersion, ...(setAside === undefined ? {} : { setAside }) },
        openBeside: () => openBeside(input),
        transaction: (run) => translatingErrors(() => db.transaction(run).immediate()),
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
