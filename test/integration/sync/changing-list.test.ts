import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, describe, expect, it } from 'vitest';

import type { SyncMode, SyncRun } from '#domain/sync-run';
import type { AhrvoShape } from '../../../main/practice-gateway/ahrvo/ahrvo-shape';
import type { Faults } from '../../../main/practice-gateway/faults';
import { startPracticeGateway } from '../../../main/practice-gateway/practice-gateway';
import { Syncs } from '../../../main/sync/manage-syncs';
import { ahrvoRegistry } from '../../support/sync/ahrvo-registry';
import { cachedLinks, connectionTo, gatewayLinks } from '../../support/sync/listed-links';
import { openTestStore } from '../../support/test-store';

const rows = 730;
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Setting {
  readonly shape?: AhrvoShape;
  readonly faults?: Faults;
  readonly apiVersion?: string;
}

/** The real store and adapter before a real practice gateway. */
async function openDesk({ shape = 'by-version', faults = {}, apiVersion = '2022-02-01' }: Setting = {}) {
  const gateway = await startPracticeGateway({
    ...{ port: 0, links: 0, seed: 5, ahrvoLinks: rows },
    ...{ ahrvoShape: shape, faults },
  });
  const { store, methods, close } = openTestStore();
  closing.push(close, () => gateway.stop());
  const { merchantId: _, ...connection } = connectionTo(gateway, { apiVersion });
  methods.saveConnection({ connection });
  const syncs = new Syncs({
    ...{
      store,
      now: Date.now,
      newId: randomUUID,
      providers: ahrvoRegistry({ store, account: gateway.ahrvo }),
    },
    ...{ onRun: () => undefined, onLinks: () => undefined, onWaiting: () => undefined },
    ...{ onRejected: () => undefined, onFailure: () => undefined },
  });
  closing.push(() => syncs.stopAll(500));
  const run = async (mode: SyncMode): Promise<SyncRun> => {
    const { id } = await syncs.start({ connectionId: 'shop', mode });
    for (;;) {
      const now = methods.readSync({ runId: id }).run;
      if (now.state !== 'running') return now;
      await sleep(5);
    }
  };
  const cached = () => cachedLinks(methods.readLinks({ keys: methods.findKeys({ filter: {}, sort: [] }) }));
  return { gateway, methods, run, cached };
}

const expectSame = ({ gateway, cached }: Awaited<ReturnType<typeof openDesk>>) => {
  expect(cached()).toEqual(gatewayLinks(gateway));
};

describe('a whole list', () => {
  it.each<[string, Setting]>([
    ['with cursors', {}],
    ['with offsets', { apiVersion: '' }],
    ['that tells of neither', { shape: 'no-cursor' }],
    ['with a cursor that is always null', { shape: 'both' }],
    ['whose cursors are forgotten', { faults: { missingCursor: {} } }],
    ['with a count of the page alone', { apiVersion: '', faults: { countLies: {} } }],
    [
      'that answers too many requests with 429',
      { faults: { tooManyRequests: { every: 3, retryAfter: '0' } } },
    ],
    ['that is cut off halfway through some pages', { faults: { truncatedBody: { every: 4 } } }],
    ['that fails now and then', { faults: { error5xx: { every: 4 } } }],
  ])('%s comes in link by link', async (_, setting) => {
    const desk = await openDesk(setting);
    await expect(desk.run('full')).resolves.toMatchObject({ state: 'finished', counts: { listed: rows } });
    expectSame(desk);
  });

  it('that repeats its first page for ever ends, and says that it is incomplete', async () => {
    const desk = await openDesk({ faults: { repeatsPage: {} } });
    await expect(desk.run('full')).resolves.toMatchObject({ state: 'finished', incomplete: true });
    expect(desk.cached()).toHaveLength(100);
  });

  it('counts the rows that are no links', async () => {
    const desk = await openDesk({ faults: { badRow: { next: 3 } } });
    const { counts } = await desk.run('full');
    expect(counts).toMatchObject({ rejected: 3, listed: rows - 3 });
  });

  it('that moves while it is read loses nothing that was there at the beginning', async () => {
    const desk = await openDesk({ faults: { listMoves: { command: 'list' } } });
    const before = gatewayLinks(desk.gateway).map(({ id }) => id);
    await desk.run('full');
    const ids = new Set(desk.cached().map(({ id }) => id));
    expect(before.filter((id) => !ids.has(id))).toEqual([]);
    // What changed on pages already read comes with the next question for changes.
    await desk.gateway.setFaults({});
    await desk.run('incremental');
    expectSame(desk);
  });
});

describe('a question for what changed', () => {
  function payThree({ gateway }: Awaited<ReturnType<typeof openDesk>>): void {
    const open = gateway.ahrvoLinks().filter(({ state }) => state === 'ACTIVE');
    for (const link of open.slice(0, 3)) {
      gateway.setAhrvoLink({ ...link, state: 'COMPLETED', updatedAt: Date.now() });
    }
  }

  it('brings that alone', async () => {
    const desk = await openDesk();
    await desk.run('full');
    payThree(desk);
    const run = await desk.run('incremental');
    expect(run).toMatchObject({ mode: 'incremental', digest: { new: 0, paid: 3 } });
    expect(run.counts.listed).toBeLessThan(rows / 2);
    expect(run).not.toHaveProperty('fellBack');
    expectSame(desk);
    const found = desk.methods.openQuery({ filter: { marks: ['newly-paid'] }, sort: [] });
    expect(found.total).toBe(3);
  });

  it('becomes one for everything where the provider passes over it', async () => {
    const desk = await openDesk();
    await desk.run('full');
    payThree(desk);
    await desk.gateway.setFaults({ ignoresFilters: {} });
    const run = await desk.run('incremental');
    expect(run).toMatchObject({ fellBack: true, counts: { listed: rows, changed: 3 }, digest: { paid: 3 } });
    expectSame(desk);
  });
});
