import { AppError } from '#domain/app-error';
import type { Connection } from '#domain/provider';

import type { StoreDatabase } from './store-database';
import { sqlCode } from './store-failure';
import { parseStored, storedConnection } from './stored-json';

export interface ConnectionTable {
  list(): readonly Connection[];
  save(connection: Connection): void;
  remove(connectionId: string): void;
}

/** Columns under the names of a Connection's properties. */
const columns = `id, name, provider, environment, endpoint, merchant_identifier AS merchantIdentifier,
  sha_type AS shaType, access_code_tail AS accessCodeTail, created_at AS createdAt`;

export function createConnectionTable(db: StoreDatabase): ConnectionTable {
  const list = db.prepare<[], Record<string, unknown>>(`SELECT ${columns} FROM connection ORDER BY name, id`);
  const save = db.prepare<[Record<string, unknown>]>(
    `INSERT INTO connection VALUES (@id, @name, @provider, @environment, @endpoint, @merchantIdentifier, @shaType,
       @accessCodeTail, @createdAt)
     ON CONFLICT (id) DO UPDATE SET name = @name, provider = @provider, environment = @environment,
       endpoint = @endpoint, merchant_identifier = @merchantIdentifier, sha_type = @shaType,
       access_code_tail = @accessCodeTail`,
  );
  const remove = createRemoval(db);
  return {
    list: () =>
      list
        .all()
        .map(({ endpoint, ...rest }) => toConnection(endpoint === null ? rest : { endpoint, ...rest })),
    save: (connection) => {
      try {
        save.run({ ...connection, endpoint: connection.endpoint ?? null });
      } catch (thrown) {
        if (sqlCode(thrown) !== 'SQLITE_CONSTRAINT_UNIQUE') throw thrown;
        throw new AppError('connection/name-taken', { field: 'name' }, thrown);
      }
    },
    remove,
  };
}

const toConnection = (row: unknown): Connection => parseStored(storedConnection, row);

/**
 * Makes the function that removes a connection with all that belongs to it, edits first because links may be many.
 *
 * It refuses with `job/already-running` while an edit is under way: its outcome would have nowhere to go.
 */
function createRemoval(db: StoreDatabase): (connectionId: string) => void {
  const underWay = db.prepare<[string]>(
    "SELECT 1 FROM edit WHERE connection_id = ? AND state IN ('queued', 'sending', 'unknown') LIMIT 1",
  );
  const steps = [
    'DELETE FROM edit WHERE connection_id = ?',
    'DELETE FROM link_search WHERE rowid IN (SELECT key FROM link WHERE connection_id = ?)',
    // Its history goes with each link, by the foreign key.
    'DELETE FROM link WHERE connection_id = ?',
  ].map((sql) => db.prepare<[string]>(sql));
  const dropEmptyJobs = db.prepare(
    'DELETE FROM job WHERE NOT EXISTS (SELECT 1 FROM edit WHERE job_id = job.id)',
  );
  const drop = db.prepare<[string]>('DELETE FROM connection WHERE id = ?');
  return db.transaction((connectionId: string): void => {
    if (underWay.get(connectionId) !== undefined) {
      throw new AppError('job/already-running', { message: 'Edits of this connection are under way.' });
    }
    for (const step of steps) step.run(connectionId);
    dropEmptyJobs.run();
    if (drop.run(connectionId).changes === 0) throw new AppError('connection/not-found');
  });
}
