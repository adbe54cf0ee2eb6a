import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#domain/app-error';
import { BridgeError } from '../../../../renderer/bridge/bridge-error';
import { createQueryStore } from '../../../../renderer/stores/query-store';
import { quickBridge, slowBridge } from '../../../support/renderer/query-bridges';
import { sampleAnswer, sampleTotals } from '../../../support/renderer/sample-links';

const failure = (code: ErrorCode) => new BridgeError({ code, message: '', retryable: false, id: 'e' });

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the query store', () => {
  it('shows what was opened last, even when an older answer comes later', async () => {
    const { bridge, waiting } = slowBridge();
    const store = createQueryStore(bridge);
    store.getState().setFilter({ words: ['old'] });
    store.getState().setFilter({ words: ['new'] });
    await settle();
    waiting[1]?.resolve(sampleAnswer(2));
    await settle();
    waiting[0]?.resolve(sampleAnswer(1));
    await settle();
    expect(store.getState().answer?.handle).toBe(2);
    expect(store.getState().busy).toBe(false);
  });

  it('takes a filter that means the same for the same query, so that the reader keeps his place', async () => {
    const { bridge, waiting } = slowBridge();
    const store = createQueryStore(bridge);
    store.getState().setFilter({ words: ['a'] });
    await settle();
    waiting[0]?.resolve(sampleAnswer(1));
    await settle();
    const { filter } = store.getState();
    store.getState().watchPlace(() => [{ key: 7, index: 3 }]);
    store.getState().setFilter({ words: ['a'], connectionIds: [] });
    expect(store.getState().filter).toBe(filter);
    await settle();
    expect(bridge.inputsOf('links:open')[1]).toMatchObject({ anchors: [7] });
  });

  it('closes every handle that is not shown: the superseded one and the one before', async () => {
    const { bridge, waiting } = slowBridge();
    const store = createQueryStore(bridge);
    void store.getState().reopen();
    await settle();
    waiting[0]?.resolve(sampleAnswer(1));
    await settle();
    store.getState().setFilter({ words: ['a'] });
    store.getState().setFilter({ words: ['ab'] });
    await settle();
    waiting[2]?.resolve(sampleAnswer(3));
    waiting[1]?.resolve(sampleAnswer(2));
    await settle();
    const closed = bridge.inputsOf('links:close').map((input) => (input as { handle: number }).handle);
    expect(closed.toSorted()).toEqual([1, 2]);
  });

  it('keeps the old rows when a newer opening fails, and says so', async () => {
    const { bridge, waiting } = slowBridge();
    const store = createQueryStore(bridge);
    void store.getState().reopen();
    await settle();
    waiting[0]?.resolve(sampleAnswer(1));
    await settle();
    store.getState().setFilter({ words: ['x'] });
    await settle();
    waiting[1]?.reject(new Error('gone'));
    await settle();
    expect(store.getState().answer?.handle).toBe(1);
    expect(store.getState().error?.code).toBe('app/unexpected');
    expect(bridge.inputsOf('links:close')).toEqual([]);
  });

  it('leaves empty parts out of the filter it sends', async () => {
    const bridge = quickBridge(() => sampleAnswer(1));
    const store = createQueryStore(bridge);
    store.getState().setFilter({ words: ['  '], statuses: [], currencies: ['KWD'], connectionIds: [] });
    await settle();
    expect(bridge.inputsOf('links:open')).toEqual([{ filter: { currencies: ['KWD'] }, sort: [] }]);
  });

  it('remembers every currency it has seen, so that a currency filter can be widened again', async () => {
    let currency = 'SAR';
    const totals = () => sampleTotals({ sums: [{ currency, count: 1, totalMinor: '1' }] });
    const store = createQueryStore(quickBridge(() => sampleAnswer(1), totals));
    await store.getState().reopen();
    await settle();
    currency = 'KWD';
    await store.getState().reopen();
    await settle();
    expect(store.getState().currencies).toEqual(['KWD', 'SAR']);
  });

  it('keeps a handle open for work that reads it page by page, and closes it after', async () => {
    let handle = 1;
    const bridge = quickBridge(() => sampleAnswer(handle));
    const store = createQueryStore(bridge);
    expect(await store.getState().hold(() => Promise.resolve('never asked'))).toBeUndefined();
    await store.getState().reopen();
    let finish = (): void => undefined;
    const held = store
      .getState()
      .hold((answer) => new Promise<number>((resolve) => (finish = () => resolve(answer.handle))));
    handle = 2;
    await store.getState().reopen();
    await settle();
    expect(store.getState().answer?.handle).toBe(2);
    expect(bridge.inputsOf('links:close')).toEqual([]);
    finish();
    expect(await held).toBe(1);
    await settle();
    expect(bridge.inputsOf('links:close')).toEqual([{ handle: 1 }]);
  });

  it('opens again what main no longer knows, tells any other failure, and ignores rows nobody waits for', async () => {
    let handle = 1;
    const bridge = quickBridge(() => sampleAnswer(handle));
    const store = createQueryStore(bridge);
    await store.getState().reopen();
    const gone = { code: 'store/result-closed', message: '', retryable: true, id: 'e' } as const;
    handle = 2;
    store.getState().rowsFailed(7, new BridgeError(gone));
    await settle();
    expect(store.getState()).toMatchObject({ answer: { handle: 1 }, error: undefined });
    store.getState().rowsFailed(1, new BridgeError(gone));
    await settle();
    expect(store.getState()).toMatchObject({ answer: { handle: 2 }, error: undefined });
    store.getState().rowsFailed(2, new BridgeError({ ...gone, code: 'store/unavailable' }));
    expect(store.getState().error?.code).toBe('store/unavailable');
  });

  it('shows filter and order of a view in one opening', async () => {
    const bridge = quickBridge(() => sampleAnswer(1));
    const store = createQueryStore(bridge);
    const sort = [{ by: 'amount', direction: 'descending' }] as const;
    store.getState().show({ filter: { statuses: ['paid'], words: [] }, sort });
    await settle();
    expect(bridge.inputsOf('links:open')).toEqual([{ filter: { statuses: ['paid'] }, sort }]);
  });
});

describe('the totals of a query', () => {
  it('come after its rows; until then those of the query before stand, marked as old', async () => {
    const { bridge, waiting, counting } = slowBridge('totals-by-hand');
    const store = createQueryStore(bridge);
    void store.getState().reopen();
    await settle();
    waiting[0]?.resolve(sampleAnswer(1));
    await settle();
    expect(store.getState()).toMatchObject({ busy: false, totals: undefined, isCounting: true });
    const first = sampleTotals();
    counting[0]?.resolve(first);
    await settle();
    expect(store.getState()).toMatchObject({ totals: first, isCounting: false });
    store.getState().setFilter({ words: ['a'] });
    await settle();
    waiting[1]?.resolve(sampleAnswer(2, { total: 3 }));
    await settle();
    expect(store.getState()).toMatchObject({ answer: { handle: 2 }, totals: first, isCounting: true });
    counting[1]?.resolve(sampleTotals({ total: 3, sums: [] }));
    await settle();
    expect(store.getState()).toMatchObject({ totals: { total: 3 }, isCounting: false });
  });

  it('tell how many rows there are, once all of them are found', async () => {
    const { bridge, waiting, counting } = slowBridge('totals-by-hand');
    const store = createQueryStore(bridge);
    store.getState().setFilter({ words: ['a'] });
    await settle();
    waiting[0]?.resolve(sampleAnswer(1, { total: 200, isComplete: false }));
    await settle();
    expect(store.getState().answer).toMatchObject({ total: 200, isComplete: false });
    const { change } = store.getState();
    counting[0]?.resolve(sampleTotals({ total: 128_412 }));
    await settle();
    expect(store.getState().answer).toMatchObject({ handle: 1, total: 128_412, isComplete: true });
    expect(store.getState().change).toBe(change);
  });

  it('of an older query are never shown with a newer one', async () => {
    const { bridge, waiting, counting } = slowBridge('totals-by-hand');
    const store = createQueryStore(bridge);
    store.getState().setFilter({ words: ['a'] });
    await settle();
    waiting[0]?.resolve(sampleAnswer(1));
    await settle();
    store.getState().setFilter({ words: ['ab'] });
    await settle();
    waiting[1]?.resolve(sampleAnswer(2, { total: 200, isComplete: false }));
    await settle();
    counting[0]?.resolve(sampleTotals({ total: 999 }));
    await settle();
    expect(store.getState()).toMatchObject({ answer: { total: 200, isComplete: false }, totals: undefined });
  });

  it('that a newer opening stopped are no failure, and are asked for again if that one fails', async () => {
    const { bridge, waiting, counting } = slowBridge('totals-by-hand');
    const store = createQueryStore(bridge);
    store.getState().setFilter({ words: ['a'] });
    await settle();
    waiting[0]?.resolve(sampleAnswer(1, { isComplete: false }));
    await settle();
    store.getState().setFilter({ words: ['ab'] });
    await settle();
    counting[0]?.reject(failure('app/cancelled'));
    await settle();
    expect(store.getState()).toMatchObject({ error: undefined, isCounting: true });
    waiting[1]?.reject(failure('store/unavailable'));
    await settle();
    expect(store.getState().error?.code).toBe('store/unavailable');
    expect(bridge.inputsOf('links:totals')).toEqual([{ handle: 1 }, { handle: 1 }]);
    counting[1]?.resolve(sampleTotals());
    await settle();
    expect(store.getState()).toMatchObject({ answer: { isComplete: true }, isCounting: false });
  });

  it('that cannot be had are told', async () => {
    const { bridge, waiting, counting } = slowBridge('totals-by-hand');
    const store = createQueryStore(bridge);
    void store.getState().reopen();
    await settle();
    waiting[0]?.resolve(sampleAnswer(1));
    await settle();
    counting[0]?.reject(failure('store/unavailable'));
    await settle();
    expect(store.getState()).toMatchObject({
      answer: { handle: 1 },
      totals: undefined,
      isCounting: false,
      error: { code: 'store/unavailable' },
    });
  });
});

describe('a query that is opened again', () => {
  const anchors = [
    { key: 140, index: 40 },
    { key: 155, index: 55 },
  ];

  it('asks for the rows the reader looks at, and tells where they stand now', async () => {
    const { bridge, waiting } = slowBridge();
    const store = createQueryStore(bridge);
    store.getState().watchPlace(() => anchors);
    void store.getState().reopen();
    await settle();
    waiting[0]?.resolve(sampleAnswer(1));
    await settle();
    expect(store.getState().change).toEqual({ kind: 'start' });
    void store.getState().reopen('quietly');
    await settle();
    waiting[1]?.resolve(sampleAnswer(2, { anchors: [42, null] }));
    await settle();
    expect(bridge.inputsOf('links:open')).toEqual([
      { filter: {}, sort: [] },
      { filter: {}, sort: [], anchors: [140, 155] },
    ]);
    expect(store.getState().change).toEqual({
      kind: 'keep',
      rows: [
        { key: 140, from: 40, to: 42 },
        { key: 155, from: 55, to: null },
      ],
    });
  });

  it('begins at its top with another filter or order, and asks for no rows', async () => {
    const bridge = quickBridge(() => sampleAnswer(1));
    const store = createQueryStore(bridge);
    store.getState().watchPlace(() => anchors);
    await store.getState().reopen();
    store.getState().setSort([{ by: 'amount', direction: 'ascending' }]);
    await settle();
    expect(bridge.inputsOf('links:open').at(-1)).not.toHaveProperty('anchors');
    expect(store.getState().change).toEqual({ kind: 'start' });
  });

  it('shows no sign of waiting when it is opened quietly', async () => {
    const { bridge, waiting } = slowBridge();
    const store = createQueryStore(bridge);
    void store.getState().reopen();
    await settle();
    waiting[0]?.resolve(sampleAnswer(1));
    await settle();
    void store.getState().reopen('quietly');
    expect(store.getState().busy).toBe(false);
    void store.getState().reopen();
    expect(store.getState().busy).toBe(true);
  });

  it('is shown once it is whole, so that the table does not shrink under the reader', async () => {
    const { bridge, waiting, counting } = slowBridge('totals-by-hand');
    const store = createQueryStore(bridge);
    void store.getState().reopen();
    await settle();
    waiting[0]?.resolve(sampleAnswer(1, { total: 5000 }));
    await settle();
    void store.getState().reopen('quietly');
    await settle();
    waiting[1]?.resolve(sampleAnswer(2, { total: 200, isComplete: false }));
    await settle();
    expect(store.getState().answer).toMatchObject({ handle: 1, total: 5000 });
    counting[1]?.resolve(sampleTotals({ total: 5001 }));
    await settle();
    expect(store.getState()).toMatchObject({
      answer: { handle: 2, total: 5001, isComplete: true },
      totals: { total: 5001 },
      isCounting: false,
    });
  });

  it('keeps the totals that came with it when those of the answer before come late', async () => {
    const { bridge, waiting, counting } = slowBridge('totals-by-hand');
    const store = createQueryStore(bridge);
    void store.getState().reopen();
    await settle();
    waiting[0]?.resolve(sampleAnswer(1, { total: 5000 }));
    await settle();
    void store.getState().reopen('quietly');
    await settle();
    waiting[1]?.resolve(sampleAnswer(2, { total: 200, isComplete: false }));
    await settle();
    counting[1]?.resolve(sampleTotals({ total: 5001 }));
    await settle();
    counting[0]?.resolve(sampleTotals({ total: 5000 }));
    await settle();
    expect(store.getState()).toMatchObject({ answer: { handle: 2, total: 5001 }, totals: { total: 5001 } });
  });

  it('closes what it has opened when it cannot become whole', async () => {
    const { bridge, waiting, counting } = slowBridge('totals-by-hand');
    const store = createQueryStore(bridge);
    void store.getState().reopen();
    await settle();
    waiting[0]?.resolve(sampleAnswer(1));
    await settle();
    void store.getState().reopen('quietly');
    await settle();
    waiting[1]?.resolve(sampleAnswer(2, { isComplete: false }));
    await settle();
    counting[1]?.reject(failure('app/cancelled'));
    await settle();
    expect(bridge.inputsOf('links:close')).toEqual([{ handle: 2 }]);
    expect(store.getState()).toMatchObject({ answer: { handle: 1 }, error: undefined, busy: false });
  });
});
