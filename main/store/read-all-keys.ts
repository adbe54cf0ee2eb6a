import { keepFewPages } from './keep-few-pages';
import type { StoreDatabase } from './store-database';

/**
 * The keys of all links, ascending. They are read on a connection of their own that keeps next to nothing: on the store's, the
 * scan would push out the pages that queries need, and hold 64 MB of its own for nobody.
 */
export function readAllKeys(openBeside: () => StoreDatabase): Int32Array {
  const db = openBeside();
  try {
    keepFewPages(db);
    return Int32Array.from(db.prepare<[], number>('SELECT key FROM link').pluck().all()).sort();
  } finally {
    db.close();
  }
}
