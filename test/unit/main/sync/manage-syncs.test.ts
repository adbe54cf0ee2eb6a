import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { AppError } from '#domain/app-error';
import type { SyncRun } from '#domain/sync-run';
import { Syncs, type SyncsOptions } from '../../../../main/sync/manage-syncs';
import { listed } from '../../../support/store/sync-pages';
import { anAhrvoConnection } from '../../../support/store/temp-store';
import { arrayList, type ArrayList } from '../../../support/sync/array-list';
import { openTestStore, type TestStore } from '../../../support/test-store';

let test: TestStore;
let list: ArrayList;
let told: SyncRun[];
let waiting: string[];
let failures: unknown[];
let linksTold: number;

const links = (count: number) => Array.from({ length: count }, (_, number) => listed(number));

function openSyncs(more: Partial<SyncsOptions> = {}): Syncs {
  let ids = 0;
  return new Syncs({
    ...{ store: test.store, providers: list.providers, now: Date.now },
    newId: () => `${String(Date.now())}-${String((ids += 1))}`,
    onRun: (run) => told.push(run),
    onLinks: () => (linksTold += 1),
    onWaiting: ({ connectionId }) => waiting.push(connectionId),
    onRejected: () => undefined,
    onFailure: (_, thrown) => failures.push(thrown),
    ...more,
  });
}

beforeEach(() => {
  test = openTestStore();
  list = arrayList(links(95));
  test.methods.saveConnection({ connection: anAhrvoConnection() });
  test.methods.saveConnection({ connection: anAhrvoConnection({ id: 'web', name: 'Web' }) });
  [told, waiting, failures, linksTold] = [[], [], [], 0];
});
afterEach(() => {
  test.close();
});

const runOf = async (syncs: Syncs, runId: string) => (await syncs.list()).find(({ id }) => id === runId);
async function settled(syncs: Syncs, runId: string): Promise<SyncRun | undefined> {
  for (;;) {
    const run = await runOf(syncs, runId);
    if (run?.state !== 'running') return run;
    await sleep(5);
  }
}
const stored = () => test.methods.openQuery({ filter: {}, sort: [] }).total;

describe('a sync', () => {
  it('reads the whole list, each page once, and tells how it goes on and that it ended', async () => {
    const syncs = openSyncs();
    const { id } = await syncs.start({ connectionId: 'shop', mode: 'full' });
    await expect(settled(syncs, id)).resolves.toMatchObject({
      state: 'finished',
      total: 95,
      counts: { pages: 10, listed: 95, added: 95 },
    });
    expect(stored()).toBe(95);
    expect(list.asked.map(({ offset }) => offset)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
    await sleep(5);
    expect(told[0]?.state).toBe('running');
    expect(told.at(-1)).toMatchObject({ id, state: 'finished' });
    expect(linksTold).toBeGreaterThan(0);
  });

  it('tells no more often than an eye can follow', async () => {
    list.pageSize = 1;
    await openSyncs().readAll('shop');
    expect(told.length).toBeLessThan(20);
    expect(linksTold).toBeLessThanOrEqual(4);
  });

  it('is refused while one of its connection runs, and where the provider has no list', async () => {
    list.latencyMs = 20;
    const syncs = openSyncs();
    const { id } = await syncs.start({ connectionId: 'shop', mode: 'full' });
    await expect(syncs.start({ connectionId: 'shop', mode: 'full' })).rejects.toMatchObject({
      code: 'job/already-running',
    });
    await syncs.start({ connectionId: 'web', mode: 'full' });
    await syncs.move({ runId: id, to: 'cancelled' });
    const none = { ...list.providers, of: () => Promise.resolve({} as never) };
    await expect(
      openSyncs({ providers: none }).start({ connectionId: 'shop', mode: 'full' }),
    ).rejects.toMatchObject({ code: 'link/not-editable', details: { reason: 'not-offered' } });
    await syncs.stopAll(500);
  });

  it('pauses at once at the end of a stored page, and goes on there', async () => {
    list.latencyMs = 10_000;
    const syncs = openSyncs();
    const { id } = await syncs.start({ connectionId: 'shop', mode: 'full' });
    const before = Date.now();
    await expect(syncs.move({ runId: id, to: 'paused' })).resolves.toMatchObject({ state: 'paused' });
    expect(Date.now() - before).toBeLessThan(1_000);
    list.latencyMs = 0;
    await expect(syncs.move({ runId: id, to: 'running' })).resolves.toMatchObject({ id });
    await expect(settled(syncs, id)).resolves.toMatchObject({ state: 'finished', counts: { listed: 95 } });
    expect(stored()).toBe(95);
  });

  it('that is cancelled keeps what it has stored', async () => {
    list.latencyMs = 4;
    const syncs = openSyncs();
    const { id } = await syncs.start({ connectionId: 'shop', mode: 'full' });
    while (stored() < 20) await sleep(2);
    await expect(syncs.move({ runId: id, to: 'cancelled' })).resolves.toMatchObject({ state: 'cancelled' });
    const kept = stored();
    await expect(syncs.move({ runId: id, to: 'running' })).resolves.toMatchObject({ state: 'cancelled' });
    await sleep(30);
    expect(stored()).toBe(kept);
  });

  it('waits with its reason when the provider fails, and goes on when it answers again', async () => {
    list.failAt.set(40, new AppError('provider/unreachable'));
    const syncs = openSyncs();
    const { id } = await syncs.start({ connectionId: 'shop', mode: 'full' });
    await expect(settled(syncs, id)).resolves.toMatchObject({
      state: 'paused',
      pausedBy: 'provider/unreachable',
      counts: { listed: 40 },
    });
    await sleep(5);
    expect(waiting).toEqual(['shop']);
    await syncs.back('web');
    expect(await runOf(syncs, id)).toMatchObject({ state: 'paused' });
    await syncs.back('shop');
    await expect(settled(syncs, id)).resolves.toMatchObject({ state: 'finished', counts: { listed: 95 } });
    expect(list.asked.filter(({ offset }) => offset === 40)).toHaveLength(2);
    expect(list.asked).toHaveLength(11);
  });

  it('stays paused for a reason that does not pass, and where the user paused it', async () => {
    list.failAt.set(40, new AppError('provider/credentials-rejected'));
    const syncs = openSyncs();
    const { id } = await syncs.start({ connectionId: 'shop', mode: 'full' });
    await settled(syncs, id);
    await syncs.back('shop');
    await syncs.resume();
    expect(await runOf(syncs, id)).toMatchObject({
      state: 'paused',
      pausedBy: 'provider/credentials-rejected',
    });
    expect(waiting).toEqual([]);
  });

  it('goes on with the next start of the application', async () => {
    list.latencyMs = 4;
    const first = openSyncs();
    const { id } = await first.start({ connectionId: 'shop', mode: 'full' });
    while (stored() < 20) await sleep(2);
    await first.stopAll(500);
    const kept = stored();
    expect(await runOf(first, id)).toMatchObject({ state: 'running', counts: { listed: kept } });
    const second = openSyncs();
    await second.resume();
    await expect(settled(second, id)).resolves.toMatchObject({ state: 'finished', counts: { listed: 95 } });
  });

  it('ends quietly when its connection is removed', async () => {
    list.latencyMs = 4;
    const syncs = openSyncs();
    await syncs.start({ connectionId: 'shop', mode: 'full' });
    while (stored() < 20) await sleep(2);
    test.methods.removeConnection({ connectionId: 'shop' });
    await sleep(60);
    expect(failures).toEqual([]);
    expect(stored()).toBe(0);
  });

  it('tries again by itself when the store fails', async () => {
    let isDown = false;
    const failing = (method: string) => isDown && method === 'storeSyncPages';
    const over = {
      ...test.store,
      call: ((method: never, input: never) =>
        failing(method)
          ? Promise.reject(new AppError('store/unavailable'))
          : test.store.call(method, input)) as typeof test.store.call,
    };
    isDown = true;
    const syncs = openSyncs({ store: over, restMs: 20 });
    const { id } = await syncs.start({ connectionId: 'shop', mode: 'full' });
    await sleep(60);
    expect(await runOf(syncs, id)).toMatchObject({ state: 'running', counts: { listed: 0 } });
    isDown = false;
    await expect(settled(syncs, id)).resolves.toMatchObject({ state: 'finished' });
  });
});

describe('a sync of what changed', () => {
  const changed = (number: number, updatedAt: number) =>
    listed(number, { status: 'closed', providerStatus: 'Closed', extras: { updatedAt } });

  it('asks for that alone', async () => {
    const syncs = openSyncs();
    await syncs.readAll('shop');
    list.links[7] = changed(7, Date.now());
    list.asked.length = 0;
    const { id } = await syncs.start({ connectionId: 'shop', mode: 'incremental' });
    const run = await settled(syncs, id);
    expect(run).toMatchObject({ state: 'finished', mode: 'incremental', counts: { listed: 1, changed: 1 } });
    expect(list.asked).toEqual([{ offset: 0, since: run?.since }]);
    expect(run?.digest).toEqual({ new: 0, paid: 0, closed: 1, expired: 0 });
  });

  it('reads everything where the provider passes over the question', async () => {
    const syncs = openSyncs();
    await syncs.readAll('shop');
    list.ignoresSince = true;
    list.links[57] = changed(57, Date.now());
    list.asked.length = 0;
    const { id } = await syncs.start({ connectionId: 'shop', mode: 'incremental' });
    await expect(settled(syncs, id)).resolves.toMatchObject({
      ...{ state: 'finished', mode: 'incremental', fellBack: true },
      counts: { pages: 10, listed: 95, changed: 1, unchanged: 94 },
      digest: { closed: 1 },
    });
    expect(list.asked.at(-1)).toEqual({ offset: 90, since: undefined });
  });
});
