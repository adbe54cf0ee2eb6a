import { AppError } from '#domain/app-error';
import type { Connection } from '#domain/provider';

import type { StoreDatabase } from './store-database';
import { sqlCode } from './store-failure';
import { parseStored, parseStoredJson, storedAccount, storedConnection } from './stored-json';

export interface ConnectionTable {
  list(): readonly Connection[];
  save(connection: Connection): void;
}

interface StoredRow {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly environment: string;
  readonly endpoint: string | null;
  readonly colour: string | null;
  readonly account: string;
  readonly createdAt: number;
}

const columns =
  'id, name, provider, environment, endpoint, colour, account, created_at AS createdAt' as const;

export function createConnectionTable(db: StoreDatabase): ConnectionTable {
  const list = db.prepare<[], StoredRow>(`SELECT ${columns} FROM connection ORDER BY name, id`);
  const save = db.prepare<[StoredRow]>(
    `INSERT INTO connection (id, name, provider, environment, endpoint, colour, account, created_at)
     VALUES (@id, @name, @provider, @environment, @endpoint, @colour, @account, @createdAt)
     ON CONFLICT (id) DO UPDATE SET name = @name, provider = @provider, environment = @environment,
       endpoint = @endpoint, colour = @colour, account = @account`,
  );
  return {
    list: () => list.all().map(toConnection),
    save: (connection) => {
      try {
        save.run(toRow(connection));
      } catch (thrown) {
        if (sqlCode(thrown) !== 'SQLITE_CONSTRAINT_UNIQUE') throw thrown;
        throw new AppError('connection/name-taken', { field: 'name' }, thrown);
      }
    },
  };
}

/** What only this provider's accounts have goes into `account`. */
function toRow(connection: Connection): StoredRow {
  const {
    id,
    name,
    provider,
    environment,
    endpoint = null,
    colour = null,
    createdAt,
    ...account
  } = connection;
  return { id, name, provider, environment, endpoint, colour, account: JSON.stringify(account), createdAt };
}

function toConnection({ account, endpoint, colour, ...rest }: StoredRow): Connection {
  return parseStored(storedConnection, {
    ...rest,
    ...(endpoint === null ? {} : { endpoint }),
    ...(colour === null ? {} : { colour }),
    ...parseStoredJson(storedAccount, account),
  });
}
