import type { LinkHistoryEntry } from './store-api';
import type { StoreDatabase } from './store-database';
import { parseStoredJson, storedDifferences } from './stored-json';

interface StoredEntry {
  readonly at: number;
  readonly source: LinkHistoryEntry['source'];
  readonly changes: string;
}

/** Makes the function that reads a link's changes as this desk learned them, newest first. */
export function createHistoryReader(db: StoreDatabase): (key: number) => readonly LinkHistoryEntry[] {
  const read = db.prepare<[number], StoredEntry>(
    'SELECT at, source, changes FROM link_history WHERE link_key = ? ORDER BY id DESC',
  );
  return (key) =>
    read.all(key).map(({ at, source, changes }) => ({
      at,
      source,
      changes: parseStoredJson(storedDifferences, changes),
    }));
}
