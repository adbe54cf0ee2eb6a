import { z } from 'zod';

import type { StoreDatabase } from './store-database';
import { parseStoredJson } from './stored-json';

export interface SettingTable {
  readAll(): Readonly<Record<string, unknown>>;
  /** Keeps a JSON value under a name; undefined removes it. */
  write(name: string, value: unknown): void;
}

export function createSettingTable(db: StoreDatabase): SettingTable {
  const readAll = db.prepare<[], { name: string; value: string }>(
    'SELECT name, value FROM setting ORDER BY name',
  );
  const write = db.prepare<[string, string]>('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)');
  const remove = db.prepare<[string]>('DELETE FROM setting WHERE name = ?');
  return {
    // What a setting means is for its reader to check.
    readAll: () =>
      Object.fromEntries(readAll.all().map(({ name, value }) => [name, parseStoredJson(z.unknown(), value)])),
    write: (name, value) => {
      if (value === undefined) remove.run(name);
      else write.run(name, JSON.stringify(value));
    },
  };
}
