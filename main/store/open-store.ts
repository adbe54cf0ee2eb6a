import { createColumnTable, type ColumnTable } from './columns/column-table';
import { createStore, type StoreMethods, type StoreOptions } from './create-store-api';
import { createLinkQueries } from './link-query';
import { migrate } from './migrate';
import { allMigrations } from './migrations/all-migrations';
import { openBeside, openDatabase, type OpenDatabaseInput } from './open-database';
import { OpenQueries } from './open-queries';
import { Planner } from './planner';
import type { OpenedStore } from './store-api';
import type { StoreDatabase } from './store-database';
import { fromSqlError, translatingErrors } from './store-failure';

export interface OpenStore {
  readonly methods: StoreMethods;
  readonly planner: Planner;
  /** What links are filtered and sorted by, in memory; loaded when a `load` is asked for. */
  readonly columns: ColumnTable;
  /** Opens queries without holding anything up; `methods.openQuery` finds all rows at once. */
  readonly openings: OpenQueries;
  readonly opened: OpenedStore;
  /** The keys that are held for an export, in its order. @throws AppError `store/result-closed`. */
  heldKeys(handle: number): Int32Array;
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
      const columns = createColumnTable(db);
      const beside = () => openBeside(input);
      const queries = createLinkQueries(db, { columns, openBeside: beside });
      const clock = input.now === undefined ? {} : { now: input.now };
      const methods = createStore(db, { actor, columns, queries, ...clock });
      const openings = new OpenQueries({ db, queries, columns, openBeside: beside });
      return {
        methods,
        planner: new Planner(db, methods),
        columns,
        openings,
        opened: { schemaVersion, ...(setAside === undefined ? {} : { setAside }) },
        heldKeys: (handle) => queries.held(handle),
        openBeside: beside,
        transaction: (run) => translatingErrors(() => db.transaction(run).immediate()),
        close: () => {
          openings.close();
          columns.close();
          db.close();
        },
      };
    } catch (thrown) {
      db.close();
      throw thrown;
    }
  } catch (thrown) {
    throw fromSqlError(thrown);
  }
}
