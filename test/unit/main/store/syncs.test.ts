import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { nextSince } from '#domain/sync-run';
import { aPage, end, from, listed, on } from '../../../support/store/sync-pages';
import { aLink, tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
let runs: number;

beforeEach(() => {
  store = tempStore();
  runs = 0;
});
afterEach(() => {
  store.dispose();
});

type Pages = Parameters<TempStore['methods']['storeSyncPages']>[0]['pages'];

const start = (mode: 'full' | 'incremental' = 'full', at = 1_000, connectionId = 'shop') =>
  store.methods.startSync({ id: `run-${String((runs += 1))}`, connectionId, mode, at });
const keep = (runId: string, ...pages: Pages) => store.methods.storeSyncPages({ runId, pages, at: 2_000 });
const finish = (...links: readonly ReturnType<typeof listed>[]) => keep(start().id, aPage(links)).run;
const marked = (mark: 'new' | 'newly-paid' | 'newly-closed' | 'newly-expired') =>
  store.methods
    .openQuery({ filter: { marks: [mark] }, sort: [] })
    .page.rows.map(({ reference }) => reference);
const rowsOf = (table: string) =>
  store.raw().prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();

describe('a run', () => {
  it('stores its pages, counts each link once, and is finished by the page that ends the list', () => {
    const { id } = start();
    const first = keep(id, aPage([listed(1), listed(2)], on(2), { total: 3, rejected: 1 }));
    expect(first).toMatchObject({
      position: { place: 2 },
      run: { state: 'running', total: 3, counts: { pages: 1, listed: 2, added: 2, rejected: 1 } },
    });
    const last = keep(id, from(2, aPage([listed(2), listed(3)])));
    expect(last.run).toMatchObject({
      state: 'finished',
      endedAt: 2_000,
      counts: { pages: 2, listed: 3, added: 3, changed: 0, unchanged: 0, rejected: 1 },
    });
    expect(last).not.toHaveProperty('position');
    expect(store.methods.openQuery({ filter: {}, sort: [] }).total).toBe(3);
    expect(rowsOf('sync_met')).toBe(0);
  });

  it('goes on where its stored position is, and passes over a page that was read from elsewhere', () => {
    const { id } = start();
    keep(id, aPage([listed(1)], on(1)));
    expect(keep(id, from(7, aPage([listed(2)], end))).run).toMatchObject({ counts: { pages: 1, listed: 1 } });
    expect(keep(id, aPage([listed(2)], end)).position).toEqual({ place: 1 });
    expect(store.methods.readSync({ runId: id }).position).toEqual({ place: 1 });
  });

  it('takes several pages at once, up to one that follows from a step not taken', () => {
    const { id } = start();
    keep(id, aPage([listed(1)], on(1)));
    const repeats = { next: { ifNew: on(3), ifAllMet: { kind: 'incomplete' } } } as const;
    const { run } = keep(
      id,
      from(1, aPage([listed(2)], on(2))),
      from(2, aPage([listed(1), listed(2)], on(3), repeats)),
      from(3, aPage([listed(4)])),
    );
    expect(run).toMatchObject({ state: 'finished', incomplete: true, counts: { pages: 3, listed: 2 } });
    expect(store.methods.openQuery({ filter: {}, sort: [] }).total).toBe(2);
  });

  it('goes on by the new step as long as a page has one new link', () => {
    const { id } = start();
    keep(id, aPage([listed(1)], on(1)));
    const step = { next: { ifNew: on(2), ifAllMet: end } };
    expect(keep(id, from(1, aPage([listed(1), listed(2)], on(2), step))).position).toEqual({ place: 2 });
  });

  it('that no longer runs stores nothing', () => {
    const { id } = start();
    store.methods.moveSync({ runId: id, to: 'paused', at: 5 });
    expect(keep(id, aPage([listed(1)])).run).toMatchObject({ state: 'paused', counts: { pages: 0 } });
    expect(store.methods.openQuery({ filter: {}, sort: [] }).total).toBe(0);
  });

  it('never lets an older answer overwrite a newer one', () => {
    store.methods.upsertLinks({
      links: [aLink({ status: 'paid', checkedAt: 1_770_000_000_000 })],
      source: 'check',
    });
    expect(finish(listed(1)).counts).toMatchObject({ listed: 1, changed: 0, unchanged: 1 });
    expect(store.methods.readLinks({ keys: [1] })[0]?.status).toBe('paid');
  });

  it('shows what it stores to the next query', () => {
    const sort = [{ by: 'reference', direction: 'ascending' }] as const;
    expect(store.methods.openQuery({ filter: {}, sort }).total).toBe(0);
    finish(listed(1), listed(2));
    expect(store.methods.openQuery({ filter: { words: ['inv-2'] }, sort }).total).toBe(1);
  });

  it('is refused while one of its connection runs, and gives up one that was paused', () => {
    const first = start();
    expect(() => start()).toThrow(expect.objectContaining({ code: 'job/already-running' }));
    start('full', 1, 'web');
    store.methods.moveSync({ runId: first.id, to: 'paused', at: 5 });
    start();
    expect(store.methods.readSync({ runId: first.id }).run).toMatchObject({ state: 'cancelled' });
    expect(() => start('full', 1, 'gone')).toThrow(expect.objectContaining({ code: 'connection/not-found' }));
    expect(() => store.methods.readSync({ runId: 'gone' })).toThrow(
      expect.objectContaining({ code: 'job/not-found' }),
    );
  });

  it('leaves its beginning and its end in the audit log', () => {
    finish(listed(1));
    const second = start('incremental');
    store.methods.moveSync({ runId: second.id, to: 'cancelled', at: 3 });
    const { entries } = store.methods.readAudit({ start: 0, end: 9 });
    expect(entries.map(({ event, subject }) => [event, subject])).toEqual([
      ['sync-cancelled', 'shop'],
      ['sync-started', 'shop'],
      ['sync-finished', 'shop'],
      ['sync-started', 'shop'],
    ]);
    expect(entries[2]?.detail).toMatchObject({ mode: 'full', counts: { added: 1 }, digest: { new: 1 } });
  });
});

describe('an incremental run', () => {
  it('is a full one where none has finished before', () => {
    expect(start('incremental')).toMatchObject({ mode: 'full' });
  });

  it('asks from the start of the last finished run on, by the clock of the provider where it told', () => {
    const served = 1_760_000_000_000;
    keep(
      start().id,
      aPage([listed(1)], on(1), { servedAt: served }),
      from(1, aPage([], end, { servedAt: served + 9 })),
    );
    const second = start('incremental', 1_750_000_000_000);
    expect(second).toMatchObject({ mode: 'incremental', since: nextSince(served) });
    keep(second.id, aPage([]));
    expect(start('incremental').since).toBe(nextSince(1_750_000_000_000));
  });

  it('does not begin after a run whose list had no end: what that one missed may be older', () => {
    const step = { next: { ifNew: on(1), ifAllMet: { kind: 'incomplete' } } } as const;
    const incomplete = (at: number) => {
      const { id } = start('full', at);
      keep(id, aPage([listed(1)], on(1)), from(1, aPage([listed(1)], on(2), step)));
      expect(store.methods.readSync({ runId: id }).run).toMatchObject({
        state: 'finished',
        incomplete: true,
      });
    };
    incomplete(1_760_000_000_000);
    const first = start('incremental', 1_760_000_100_000);
    expect(first.mode).toBe('full');
    keep(first.id, aPage([listed(1), listed(2)]));
    incomplete(1_760_000_200_000);
    expect(start('incremental').since).toBe(nextSince(1_760_000_100_000));
  });

  it('that falls back reads everything from the first page, and counts each link once all the same', () => {
    finish(listed(1), listed(2), listed(3));
    const { id } = start('incremental');
    keep(id, aPage([listed(1, { status: 'paid', providerStatus: 'Paid' })], on(1)));
    expect(store.methods.restartSyncFull({ runId: id })).toMatchObject({
      run: { fellBack: true, mode: 'incremental' },
    });
    expect(store.methods.readSync({ runId: id })).not.toHaveProperty('position');
    const step = { next: { ifNew: on(1), ifAllMet: { kind: 'incomplete' } } } as const;
    expect(keep(id, aPage([listed(1)], on(1), step)).position).toEqual({ place: 1 });
    expect(keep(id, from(1, aPage([listed(2), listed(3)]))).run).toMatchObject({
      counts: { listed: 3, added: 0, unchanged: 2 },
      state: 'finished',
    });
  });
});

describe('a move', () => {
  it('pauses with its reason, goes on, and is given up', () => {
    const { id: runId } = start();
    const move = (to: 'running' | 'paused' | 'cancelled', more = {}) =>
      store.methods.moveSync({ runId, to, at: 7, ...more });
    expect(move('paused', { pausedBy: 'provider/timeout' })).toMatchObject({ pausedBy: 'provider/timeout' });
    expect(move('running', { byItself: true })).toMatchObject({ state: 'running' });
    expect(move('paused')).not.toHaveProperty('pausedBy');
    expect(move('running', { byItself: true })).toMatchObject({ state: 'paused' });
    expect(move('cancelled')).toMatchObject({ state: 'cancelled', endedAt: 7 });
    expect(move('running')).toMatchObject({ state: 'cancelled' });
  });
});

describe('the list of runs', () => {
  it('tells the newest of each connection, and the newest finished one besides', () => {
    finish(listed(1));
    const finished = finish(listed(1));
    const open = start('incremental');
    const other = start('full', 1, 'web');
    expect(store.methods.listSyncs({}).map(({ id }) => id)).toEqual([other.id, open.id, finished.id]);
  });
});

describe('the news of a run', () => {
  const word = { paid: 'Paid', closed: 'Closed', expired: 'Expired', open: 'Open' } as const;
  const told = (number: number, status: keyof typeof word) =>
    listed(number, { status, providerStatus: word[status], checkedAt: 1_760_000_000_000 + runs });

  it('are what it added and what it found to have become something else, as many as its digest says', () => {
    expect(finish(told(1, 'open'), told(2, 'open'), told(3, 'open'), told(4, 'closed')).digest.new).toBe(4);
    expect(marked('new')).toEqual(['INV-1', 'INV-2', 'INV-3', 'INV-4']);
    const { id } = start();
    expect(marked('new')).toHaveLength(4);
    const links = [
      told(1, 'paid'),
      told(2, 'closed'),
      told(3, 'expired'),
      told(4, 'closed'),
      told(5, 'paid'),
    ];
    expect(keep(id, aPage(links)).run.digest).toEqual({ new: 1, paid: 1, closed: 1, expired: 1 });
    expect([marked('new'), marked('newly-paid'), marked('newly-closed'), marked('newly-expired')]).toEqual([
      ['INV-5'],
      ['INV-1'],
      ['INV-2'],
      ['INV-3'],
    ]);
  });

  it('of another connection stay', () => {
    finish(told(1, 'open'));
    keep(start('full', 1, 'web').id, aPage([told(2, 'open')]));
    expect(marked('new')).toEqual(['INV-1', 'INV-2']);
  });

  it('tell what a link is in the end, and a new one as new whatever becomes of it', () => {
    finish(told(1, 'open'));
    const { id } = start();
    const pages = [
      aPage([told(1, 'closed'), told(2, 'open')], on(1)),
      from(1, aPage([told(1, 'paid'), told(2, 'paid')], on(2))),
      from(2, aPage([told(1, 'open')])),
    ];
    expect(keep(id, pages[0] ?? aPage([])).run.digest).toEqual({ new: 1, paid: 0, closed: 1, expired: 0 });
    expect(keep(id, ...pages.slice(1, 2)).run.digest).toEqual({ new: 1, paid: 1, closed: 0, expired: 0 });
    expect(keep(id, ...pages.slice(2)).run.digest).toEqual({ new: 1, paid: 0, closed: 0, expired: 0 });
    expect(marked('newly-paid')).toEqual([]);
    expect(marked('new')).toEqual(['INV-2']);
  });
});

describe('a connection that is removed', () => {
  it('takes its runs, its news and what a run had met with it', () => {
    finish(listed(1));
    keep(start().id, aPage([listed(1), listed(2)], on(1)));
    const draft = { reference: 'r', amount: { amountMinor: 1, currency: 'KWD' }, expiresAt: 9 };
    store.methods.addCreation({ id: 'made', connectionId: 'shop', draft, at: 1 });
    store.methods.removeConnection({ connectionId: 'shop' });
    for (const table of ['sync_run', 'sync_met', 'link_news', 'creation'])
      expect([table, rowsOf(table)]).toEqual([table, 0]);
  });
});
