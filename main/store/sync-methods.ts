import type { AuditLog } from './audit-log';
import { createLinkNews } from './link-news';
import { createMoveSync, createRestartSync, createStartSync } from './move-sync';
import type { StoreDatabase } from './store-database';
import { createStoreSyncPages } from './store-sync-pages';
import type { SyncStoreApi } from './sync-api';
import { createMetLinks } from './sync-met';
import { createSyncTable } from './sync-table';
import type { LinkWriter } from './upsert-links';

/** Assembles the syncs over the open database. */
export function createSyncMethods(
  db: StoreDatabase,
  { links, audit }: { readonly links: LinkWriter; readonly audit: AuditLog },
): SyncStoreApi {
  const parts = {
    syncs: createSyncTable(db),
    met: createMetLinks(db),
    news: createLinkNews(db),
    links,
    audit,
  };
  const move = createMoveSync(db, parts);
  const start = createStartSync(db, parts, move);
  const storePages = createStoreSyncPages(db, parts);
  const restart = createRestartSync(db, parts);
  return {
    startSync: (input) => start(input),
    readSync: ({ runId }) => parts.syncs.place(runId),
    storeSyncPages: (input) => storePages(input),
    restartSyncFull: (input) => restart(input),
    moveSync: (input) => move(input),
    listSyncs: () => parts.syncs.list(),
  };
}
