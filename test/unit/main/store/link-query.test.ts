import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { aConnection, aLink, tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
beforeEach(() => {
  store = tempStore();
});
afterEach(() => store.dispose());

const fill = (count: number) =>
  store.methods.upsertLinks({
    links: Array.from({ length: count }, (_, index) => aLink({ number: index + 1 })),
    source: 'import',
  });
const open = () => store.methods.openQuery({ filter: {}, sort: [] });
const closed: unknown = expect.objectContaining({ code: 'store/result-closed' });

describe('an opened query', () => {
  it('keeps its rows in number and order while links come and change', () => {
    fill(3);
    const { handle } = store.methods.openQuery({
      filter: { statuses: ['open'] },
      sort: [{ by: 'reference', direction: 'descending' }],
    });
    store.methods.upsertLinks({
      links: [aLink({ number: 2, status: 'paid', reference: 'ZZZ' }), aLink({ number: 9 })],
      source: 'check',
    });
    const rows = store.methods.readRange({ handle, start: 0, end: 10 });
    expect(rows.map((row) => [row.reference, row.status])).toEqual([
      ['INV-3', 'open'],
      ['ZZZ', 'paid'],
      ['INV-1', 'open'],
    ]);
  });

  it('is in the order of the names of connections, whatever their case, also before the columns are loaded', async () => {
    store.methods.saveConnection({ connection: aConnection({ id: 'low', name: 'corner' }) });
    const links = ['shop', 'low', 'web'].map((connectionId, number) => aLink({ number, connectionId }));
    store.methods.upsertLinks({ links, source: 'import' });
    const keys = () => {
      const sort = [{ by: 'connection', direction: 'ascending' }] as const;
      const { handle } = store.methods.openQuery({ filter: {}, sort });
      return store.methods.freezeSelection({ selection: { mode: 'allExcept', handle, keys: [] } });
    };
    expect(keys()).toEqual([3, 2, 1]);
    await store.columns.load();
    expect(keys()).toEqual([3, 2, 1]);
  });

  it('answers the part of a range that exists', () => {
    fill(3);
    const { handle } = open();
    const keys = (start: number, end: number) =>
      store.methods.readRange({ handle, start, end }).map(({ key }) => key);
    expect([keys(1, 2), keys(2, 99), keys(5, 9), keys(2, 1)]).toEqual([[2], [3], [], []]);
  });

  it('is closed for good', () => {
    const { handle } = open();
    store.methods.closeQuery({ handle });
    expect(() => store.methods.readRange({ handle, start: 0, end: 1 })).toThrow(closed);
  });

  it('gives way when sixteen others were used after it', () => {
    const [first, second] = [open().handle, open().handle];
    for (let other = 0; other < 15; other += 1) {
      open();
      store.methods.readRange({ handle: first, start: 0, end: 1 });
    }
    expect(store.methods.readRange({ handle: first, start: 0, end: 1 })).toEqual([]);
    expect(() => store.methods.readRange({ handle: second, start: 0, end: 1 })).toThrow(closed);
  });

  it('sums amounts past the largest 64-bit number', () => {
    const links = Array.from({ length: 1030 }, (_, number) =>
      aLink({ number, amount: { amountMinor: Number.MAX_SAFE_INTEGER, currency: 'KWD' } }),
    );
    store.methods.upsertLinks({ links, source: 'import' });
    const total = String(1030n * BigInt(Number.MAX_SAFE_INTEGER));
    const { handle } = open();
    const { sums } = store.methods.queryTotals({ handle });
    expect(sums).toEqual([{ currency: 'KWD', count: 1030, totalMinor: total }]);
    const selection = { mode: 'allExcept', handle, keys: [] } as const;
    expect(store.methods.sumSelection({ selection })).toEqual({ count: 1030, sums });
  });
});

describe('a row', () => {
  it('is pending from the start of its edit until it settles', () => {
    fill(1);
    const edits = [{ linkKey: 1, patch: { expiresAt: 5 }, base: { status: 'open' as const }, changes: [] }];
    const isPending = () => store.methods.readLinks({ keys: [1] })[0]?.pending;
    const step = (from: 'queued' | 'sending' | 'unknown', to: 'sending' | 'unknown' | 'applied') =>
      store.methods.stepEdit({ editId: 1, from, to, at: 3 });
    store.methods.createJob({ id: 'job', change: { verb: 'edit' }, at: 1, edits });
    expect(isPending()).toBe(false);
    store.methods.moveJob({ jobId: 'job', to: 'running', at: 2 });
    expect(isPending()).toBe(true);
    step('queued', 'sending');
    expect(isPending()).toBe(true);
    step('sending', 'unknown');
    expect(isPending()).toBe(true);
    step('unknown', 'applied');
    expect(isPending()).toBe(false);
  });

  it('comes in the order asked for, without those that do not exist', () => {
    fill(3);
    expect(store.methods.readLinks({ keys: [3, 99, 1] }).map(({ key }) => key)).toEqual([3, 1]);
  });
});

describe('a selection', () => {
  it('stands for chosen keys, or for all of a query but some, in its order', () => {
    fill(4);
    const { handle } = store.methods.openQuery({
      filter: {},
      sort: [{ by: 'reference', direction: 'descending' }],
    });
    const freeze = store.methods.freezeSelection;
    expect(freeze({ selection: { mode: 'only', keys: [3, 1, 3] } })).toEqual([3, 1]);
    expect(freeze({ selection: { mode: 'allExcept', handle, keys: [3] } })).toEqual([4, 2, 1]);
    expect(store.methods.sumSelection({ selection: { mode: 'only', keys: [1, 2, 99] } })).toEqual({
      count: 2,
      sums: [{ currency: 'KWD', count: 2, totalMinor: '25000' }],
    });
  });

  it('of a closed query is refused', () => {
    const selection = { mode: 'allExcept', handle: 77, keys: [] } as const;
    expect(() => store.methods.freezeSelection({ selection })).toThrow(closed);
  });
});
