import type { StoreDatabase } from './store-database';

/** For a connection that reads everything once: pages that were read are of no further use, so it keeps 2 MB of them. */
export function keepFewPages(db: StoreDatabase): void {
  db.pragma('cache_size = -2048');
}
