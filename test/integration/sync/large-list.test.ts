import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { startPracticeGateway, type PracticeGateway } from '../../../main/practice-gateway/practice-gateway';
import { openStore } from '../../../main/store/open-store';
import { bundleEntry } from '../../support/processes/bundle-entry';
import { tempFolder, testKey } from '../../support/store/temp-store';
import { cachedLinks, connectionTo, gatewayLinks } from '../../support/sync/listed-links';
import type { SyncDeskTask, SyncDeskWord } from '../../support/sync/sync-desk';

const rows = 100_000;
/**
 * What either process may come to hold beyond what it held at its first word, in MB: main a few pages whatever the list's length, the
 * store what it keeps of 100,000 links for queries, and SQLite's caches.
 */
const mostGrowth = { main: 20, store: 300 } as const;

let temp: ReturnType<typeof tempFolder>;
let gateway: PracticeGateway;
let entries: { readonly store: string; readonly desk: string };
const asked: string[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  temp = tempFolder();
  entries = {
    store: await bundleEntry('sync-store', 'main/store-process.ts'),
    desk: await bundleEntry('sync-desk', 'test/support/sync/sync-desk.ts'),
  };
  gateway = await startPracticeGateway({
    ...{ port: 0, links: 0, seed: 5, ahrvoLinks: rows },
    // The test of whether the provider is back reads one link; all else are pages.
    onRequest: ({ command, fields }) => {
      if (command === 'list' && fields['limit'] !== '1') asked.push(JSON.stringify(fields));
    },
  });
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await gateway.stop();
  temp.dispose();
});

interface Desk {
  readonly child: ChildProcess;
  readonly words: SyncDeskWord[];
  /** Resolves with the first word that is meant. */
  word(isMeant: (word: SyncDeskWord) => boolean): Promise<SyncDeskWord>;
}

function openDesk(more: Partial<SyncDeskTask> = {}): Desk {
  const task: SyncDeskTask = {
    ...{ storeEntry: entries.store, file: path.join(temp.folder, 'links.db'), keyHex: testKey },
    ...{ account: gateway.ahrvo, ...more },
  };
  const child = fork(entries.desk, [], { env: { ...process.env, SYNC_DESK: JSON.stringify(task) } });
  children.push(child);
  const words: SyncDeskWord[] = [];
  child.on('message', (word: SyncDeskWord) => words.push(word));
  const word: Desk['word'] = (isMeant) =>
    new Promise((resolve, reject) => {
      child.on('message', (said: SyncDeskWord) => {
        if (isMeant(said)) resolve(said);
      });
      const give = (message: string) => () => {
        reject(new Error(message));
      };
      child.once('exit', give('The process has ended.'));
      setTimeout(give(`It never came: ${JSON.stringify(words.at(-1))}`), 120_000).unref();
    });
  return { child, words, word };
}

const isListed = (count: number) => (word: SyncDeskWord) => word.run.counts.listed >= count;
const isIn = (state: string) => (word: SyncDeskWord) => word.run.state === state;

async function killWithStore({ child }: Desk, storePid: number): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  // The store process ends itself when it finds its parent gone.
  const isThere = () => {
    try {
      return process.kill(storePid, 0);
    } catch {
      return false;
    }
  };
  while (isThere()) await sleep(20);
}

function growth(words: readonly SyncDeskWord[], of: 'main' | 'store'): number {
  const held = words.map((word) => word.held[of]);
  return Math.max(...held) - (held[0] ?? 0);
}

it('a list of 100,000 links comes in whole over a cut network and a kill, in bounded memory, no page read more than twice', async () => {
  const { merchantId: _, ...connection } = connectionTo(gateway);
  const first = openDesk({ connection });
  await first.word(isListed(30_000));
  const paused = first.word(isIn('paused'));
  await gateway.setFaults({ offline: {} });
  expect((await paused).run).toMatchObject({ pausedBy: 'provider/unreachable' });
  await gateway.setFaults({});
  const { storePid } = await first.word(isListed(60_000));
  await killWithStore(first, storePid);
  const second = openDesk();
  const { run } = await second.word(isIn('finished'));
  const closed = new Promise((resolve) => second.child.once('exit', resolve));
  second.child.send('stop');
  await closed;

  expect(run).toMatchObject({
    counts: { listed: rows, added: rows, changed: 0, rejected: 0 },
  });
  expect(run.digest).toEqual({ new: rows, paid: 0, closed: 0, expired: 0 });
  const store = openStore({ file: path.join(temp.folder, 'links.db'), keyHex: testKey, actor: 'tester' });
  const keys = store.methods.findKeys({ filter: {}, sort: [] });
  expect(cachedLinks(store.methods.readLinks({ keys }))).toEqual(gatewayLinks(gateway));
  store.close();

  const times = new Map<string, number>();
  for (const query of asked) times.set(query, (times.get(query) ?? 0) + 1);
  expect(times.size).toBe(rows / 100);
  expect(Math.max(...times.values())).toBeLessThanOrEqual(2);
  for (const { words } of [first, second]) {
    expect(growth(words, 'main')).toBeLessThan(mostGrowth.main);
    expect(growth(words, 'store')).toBeLessThan(mostGrowth.store);
  }
}, 300_000);
