import { existsSync, renameSync } from 'node:fs';
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import type { StoreDatabase } from '../../../main/store/store-database';

/** The columns of `link` that answers need, and what they are to DuckDB. */
const columns = {
  key: 'INTEGER',
  connection_id: 'VARCHAR',
  link_id: 'VARCHAR',
  reference: 'VARCHAR',
  status: 'TINYINT',
  provider_status: 'VARCHAR',
  amount_minor: 'BIGINT',
  currency: 'VARCHAR',
  amount_order: 'DOUBLE',
  customer_name: 'VARCHAR',
  customer_email: 'VARCHAR',
  order_text: 'VARCHAR',
  url: 'VARCHAR',
  created_at: 'BIGINT',
  expires_at: 'BIGINT',
  attempts: 'INTEGER',
  checked_at: 'BIGINT',
} as const;
const names = Object.keys(columns).join(', ');

/** A million rows as one INSERT each would take minutes: they go in by many at once. */
const batch = 2_000;

export interface DuckLinks {
  /** Rows as objects; whole numbers are bigint where SQL's type is wider than 32 bits. */
  rows(sql: string): Promise<readonly Readonly<Record<string, DuckDBValue>>[]>;
  close(): void;
}

/** Opens DuckDB over the same rows in a file of its own, which is made from SQLite's unless it is there. */
export async function openDuckLinks(file: string, source: () => Promise<StoreDatabase>): Promise<DuckLinks> {
  if (!existsSync(file)) await fill(file, await source());
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  return {
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjects(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function fill(file: string, source: StoreDatabase): Promise<void> {
  const unfinished = `${file}.unfinished-${process.pid}`;
  const instance = await DuckDBInstance.create(unfinished);
  const connection = await instance.connect();
  try {
    const table = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
    await connection.run(`CREATE TABLE link (${table.join(', ')})`);
    await connection.run('CREATE TABLE connection (id VARCHAR, name VARCHAR)');
    for (const { id, name } of source
      .prepare<[], { id: string; name: string }>('SELECT id, name FROM connection')
      .all()) {
      await connection.run('INSERT INTO connection VALUES (?, ?)', [id, name]);
    }
    await copyRows(source, connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  renameSync(unfinished, file);
}

async function copyRows(source: StoreDatabase, connection: DuckDBConnection): Promise<void> {
  const read = source.prepare<[number], Record<keyof typeof columns, string | number | null>>(
    `SELECT ${names} FROM link WHERE key > ? ORDER BY key LIMIT ${batch}`,
  );
  for (let rows = read.all(0); rows.length > 0; rows = read.all(Number(rows.at(-1)?.key))) {
    // JSON is how many rows reach DuckDB in one statement whatever their types.
    await connection.run(
      `INSERT INTO link SELECT ${names} FROM (SELECT unnest(from_json(?, ?), recursive := true))`,
      [JSON.stringify(rows), JSON.stringify([columns])],
    );
  }
}
