import { AppError } from '#domain/app-error';
import type { Connection } from '#domain/provider';

import type { StoreDatabase } from './store-database';
import { sqlCode } from './store-failure';
import { parseStored, storedConnection } from './stored-json';

export interface ConnectionTable {
  list(): readonly Connection[];
  save(connection: Connection): void;
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
  };
}

const toConnection = (row: unknown): Connection => parseStored(storedConnection, row);
