import type { OpenStore } from './open-store';
import type { StoreDatabase } from './store-database';
import { translatingErrors } from './store-failure';

/**
 * Opens the store as it is now for somebody who reads it piece by piece: a read transaction on a connection of its own keeps
 * later changes out. Whoever asks closes the connection; it is closed here only when `use` throws.
 */
export function openSnapshot<T>(store: Pick<OpenStore, 'openBeside'>, use: (db: StoreDatabase) => T): T {
  return translatingErrors(() => {
    const db = store.openBeside();
    try {
      // It becomes a snapshot with the first read.
      db.exec('BEGIN');
      db.prepare('SELECT 1 FROM sqlite_master').get();
      return use(db);
    } catch (thrown) {
      db.close();
      throw thrown;
    }
  });
}
