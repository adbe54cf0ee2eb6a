/**
 * Entry of a process that syncs as the application's main process does, over a real store process of its own, until it is
 * killed. What it is to do stands in SYNC_DESK; it tells every change of a run and what memory both processes hold.
 */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';

import type { AhrvoSecrets, Connection } from '#domain/provider';
import type { SyncRun } from '#domain/sync-run';
import { Reach } from '../../../main/connections/reach';
import { sleep } from '../../../main/providers/http/sleep';
import { createStoreClient } from '../../../main/store/store-client';
import { Syncs } from '../../../main/sync/manage-syncs';
import { createMemoryGauge } from '../../bench/memory-gauge';
import { forkLink, type ForkedLink } from '../processes/fork-link';
import { ahrvoRegistry } from './ahrvo-registry';

/** What the process is to do: without a connection it goes on with what is stored. */
export interface SyncDeskTask {
  readonly storeEntry: string;
  readonly file: string;
  readonly keyHex: string;
  readonly account: AhrvoSecrets;
  readonly connection?: Connection;
}

export interface SyncDeskWord {
  readonly run: SyncRun;
  readonly storePid: number;
  /** In MB: what main needs after a collection, and all that the store process has. */
  readonly held: { readonly main: number; readonly store: number };
}

// Written by the test that starts this process.
const task = JSON.parse(process.env['SYNC_DESK'] ?? '') as SyncDeskTask;
let link: ForkedLink | undefined;
const store = createStoreClient({ start: () => (link = forkLink(task.storeEntry, { quiet: true })) });
await store.call('open', { file: task.file, keyHex: task.keyHex });

const heldBy = (pid: number) =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024;
const mainHolds = createMemoryGauge();
let told = 0;
let held = { main: 0, store: 0 };
const tell = (run: SyncRun) => {
  const storePid = link?.child.pid ?? 0;
  // Asking for another process's memory holds this one up.
  if (told++ % 8 === 0) held = { main: mainHolds(), store: heldBy(storePid) };
  process.send?.({ run, storePid, held } satisfies SyncDeskWord);
};

const providers = ahrvoRegistry({
  ...{ store, account: task.account },
  note: (connectionId, tells) => {
    reach.note(connectionId, tells);
  },
});
const reach: Reach = new Reach({
  providerOf: (connectionId) => providers.of(connectionId),
  onChange: () => undefined,
  onBack: (connectionId) => void syncs.back(connectionId),
  ...{ now: Date.now, sleep },
});
const syncs: Syncs = new Syncs({
  ...{ store, providers, now: Date.now, newId: randomUUID, onRun: tell },
  ...{ onLinks: () => undefined, onRejected: () => undefined, onFailure: () => undefined },
  onWaiting: ({ connectionId }) => {
    reach.watch(connectionId);
  },
});
process.once('message', () => {
  void store.stop().then(() => process.exit(0));
});
if (task.connection === undefined) await syncs.resume();
else {
  await store.call('saveConnection', { connection: task.connection });
  await syncs.start({ connectionId: task.connection.id, mode: 'full' });
}
