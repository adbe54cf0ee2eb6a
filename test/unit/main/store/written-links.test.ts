import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { baseOf } from '#domain/link-patch';
import type { LinkStatus } from '#domain/payment-link';
import { createStagedLinks } from '../../../../main/store/staged-links';
import { WriteTurns } from '../../../../main/store/write-turns';
import { aLink, tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
beforeEach(async () => {
  store = tempStore();
  const links = Array.from({ length: 50 }, (_, index) => aLink({ number: index + 1 }));
  store.methods.upsertLinks({ links, source: 'import' });
  store.methods.upsertLinks({ links: [aLink({ number: 90, connectionId: 'web' })], source: 'import' });
  await store.columns.load();
});
afterEach(() => store.dispose());

/** How many links memory says have a status. The columns are never loaded anew for it. */
function count(status: LinkStatus): number {
  const { total } = store.columns.query({
    filter: { statuses: [status] },
    sort: [],
    only: [],
    without: [],
  }).totals;
  expect(store.methods.openQuery({ filter: { statuses: [status] }, sort: [] }).total).toBe(total);
  return total;
}

const edits = [{ linkKey: 1, patch: { expiresAt: 5 }, base: baseOf(aLink()), changes: [] }];

describe('what is filtered in memory', () => {
  it('knows a link that was added and one that was changed', () => {
    const links = [aLink({ number: 1, status: 'paid' }), aLink({ number: 99, status: 'paid' })];
    store.methods.upsertLinks({ links, source: 'check' });
    expect([count('paid'), count('open')]).toEqual([2, 50]);
  });

  it('knows that a link was checked without a change', () => {
    const checkedAt = aLink().checkedAt + 1;
    store.methods.upsertLinks({ links: [aLink({ number: 1, checkedAt })], source: 'check' });
    const { keys } = store.columns.query({
      filter: { checked: { from: checkedAt } },
      sort: [],
      only: [],
      without: [],
    });
    expect([...keys]).toEqual([1]);
  });

  it('knows what an edit made of a link', () => {
    store.methods.createJob({ id: 'job', change: { verb: 'edit' }, at: 1, edits });
    store.methods.moveJob({ jobId: 'job', to: 'running', at: 2 });
    store.methods.stepEdit({ editId: 1, from: 'queued', to: 'sending', at: 3, sends: true });
    const link = aLink({ number: 1, status: 'closed', providerStatus: 'Closed' });
    store.transaction(() =>
      store.methods.stepEdit({ editId: 1, from: 'sending', to: 'applied', at: 4, link }),
    );
    expect([count('closed'), count('open')]).toEqual([1, 50]);
    expect(store.methods.openQuery({ filter: { marks: ['edited'] }, sort: [] }).total).toBe(1);
  });

  it('knows which links the clock has expired', () => {
    expect(store.methods.expireOverdue({ now: 1_900_000_000_000 })).toBe(51);
    expect([count('expired'), count('open')]).toEqual([51, 0]);
  });

  it('knows what an import stored, and nothing of one that was not', async () => {
    const store50 = async (number: number, signal: AbortSignal) => {
      const staged = createStagedLinks(store, new WriteTurns());
      staged.stage([aLink({ number, status: 'paid' }), aLink({ number: 1, status: 'paid' })]);
      return staged.commit({ signal, onStored: () => undefined });
    };
    await expect(store50(70, AbortSignal.abort())).rejects.toThrow();
    expect(count('paid')).toBe(0);
    await store50(71, new AbortController().signal);
    await store.columns.whenSortable([]);
    expect([count('paid'), count('open')]).toEqual([2, 50]);
  });

  it('forgets the links of a removed connection', async () => {
    store.methods.removeConnection({ connectionId: 'shop' });
    await store.columns.whenSortable([]);
    expect(count('open')).toBe(1);
  });

  it('is what it was after a write that was undone', () => {
    const write = () => {
      store.methods.upsertLinks({
        links: [aLink({ number: 1, status: 'paid' }), aLink({ number: 80 })],
        source: 'check',
      });
      throw new Error('undone');
    };
    expect(() => store.transaction(write)).toThrow('undone');
    expect([count('paid'), count('open')]).toEqual([0, 51]);
  });
});

describe('the number of links in the cache', () => {
  const cached = () => store.methods.openQuery({ filter: {}, sort: [] }).cached;

  it('goes with what is stored, imported and removed', async () => {
    expect(cached()).toBe(51);
    store.methods.upsertLinks({ links: [aLink({ number: 1 }), aLink({ number: 60 })], source: 'check' });
    expect(cached()).toBe(52);
    const staged = createStagedLinks(store, new WriteTurns());
    staged.stage([aLink({ number: 2 }), aLink({ number: 61 }), aLink({ number: 62 })]);
    await staged.commit({ signal: new AbortController().signal, onStored: () => undefined });
    expect(cached()).toBe(54);
    store.methods.removeConnection({ connectionId: 'shop' });
    expect(cached()).toBe(1);
  });
});
