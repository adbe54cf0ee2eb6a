import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LinkQueryAnswer } from '#contract/links';
import { BridgeError } from '../../../../renderer/bridge/bridge-error';
import { createQueryStore, followLinkChanges, isNoFilter } from '../../../../renderer/stores/query-store';
import { createFakeBridge } from '../../../support/renderer/fake-bridge';
import { sampleAnswer } from '../../../support/renderer/sample-links';

/** A bridge whose openings are answered by hand, in any order. */
function slowBridge() {
  const waiting: { resolve: (answer: LinkQueryAnswer) => void; reject: (reason: unknown) => void }[] = [];
  const bridge = createFakeBridge({
    'links:open': () => new Promise<LinkQueryAnswer>((resolve, reject) => waiting.push({ resolve, reject })),
  });
  return { bridge, waiting };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

afterEach(() => vi.useRealTimers());

describe('the query store', () => {
  it('shows what was opened last, even when an older answer comes later', async () => {
    const { bridge, waiting } = slowBridge();
    const store = createQueryStore(bridge);
    store.getState().setFilter({ search: 'old' });
    store.getState().setFilter({ search: 'new' });
    await settle();
    waiting[1]?.resolve(sampleAnswer(2));
    await settle();
    waiting[0]?.resolve(sampleAnswer(1));
    await settle();
    expect(store.getState().answer?.handle).toBe(2);
    expect(store.getState().busy).toBe(false);
  });

  it('closes every handle that is not shown: the superseded one and the one before', async () => {
    const { bridge, waiting } = slowBridge();
    const store = createQueryStore(bridge);
    void store.getState().reopen();
    await settle();
    waiting[0]?.resolve(sampleAnswer(1));
    await settle();
    store.getState().setFilter({ search: 'a' });
    store.getState().setFilter({ search: 'ab' });
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
    store.getState().setFilter({ search: 'x' });
    await settle();
    waiting[1]?.reject(new Error('gone'));
    await settle();
    expect(store.getState().answer?.handle).toBe(1);
    expect(store.getState().error?.code).toBe('app/unexpected');
    expect(bridge.inputsOf('links:close')).toEqual([]);
  });

  it('leaves empty parts out of the filter it sends', async () => {
    const bridge = createFakeBridge({ 'links:open': () => sampleAnswer(1) });
    const store = createQueryStore(bridge);
    store.getState().setFilter({ search: '  ', statuses: [], currencies: ['KWD'], connectionIds: [] });
    await settle();
    expect(bridge.inputsOf('links:open')).toEqual([{ filter: { currencies: ['KWD'] }, sort: [] }]);
    expect(isNoFilter({ search: ' ', statuses: [] })).toBe(true);
  });

  it('remembers every currency it has seen, so that a currency filter can be widened again', async () => {
    let sums = [{ currency: 'SAR', count: 1, totalMinor: '1' }];
    const bridge = createFakeBridge({ 'links:open': () => sampleAnswer(1, { sums }) });
    const store = createQueryStore(bridge);
    await store.getState().reopen();
    sums = [{ currency: 'KWD', count: 1, totalMinor: '1' }];
    await store.getState().reopen();
    expect(store.getState().currencies).toEqual(['KWD', 'SAR']);
  });

  it('opens again once for many changes in a short time, with the filter as it is', async () => {
    vi.useFakeTimers();
    const bridge = createFakeBridge({ 'links:open': () => sampleAnswer(1) });
    const store = createQueryStore(bridge);
    const end = followLinkChanges(bridge, store, 300);
    store.setState({ filter: { search: 'kept' } });
    for (let change = 0; change < 50; change += 1) bridge.emit('links:changed', { reason: 'check' });
    await vi.advanceTimersByTimeAsync(300);
    expect(bridge.inputsOf('links:open')).toEqual([{ filter: { search: 'kept' }, sort: [] }]);
    end();
    bridge.emit('links:changed', { reason: 'check' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(bridge.inputsOf('links:open')).toHaveLength(1);
  });

  it('is not asked again while it opens, so that constant changes never keep the newest rows away', async () => {
    vi.useFakeTimers();
    const { bridge, waiting } = slowBridge();
    const store = createQueryStore(bridge);
    const end = followLinkChanges(bridge, store, 300);
    const changes = setInterval(() => bridge.emit('links:changed', { reason: 'edit' }), 100);
    // The first opening takes longer than the pause between two.
    await vi.advanceTimersByTimeAsync(1500);
    expect(waiting).toHaveLength(1);
    waiting[0]?.resolve(sampleAnswer(1));
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState().answer?.handle).toBe(1);
    clearInterval(changes);
    // What changed during the opening is not forgotten.
    await vi.advanceTimersByTimeAsync(300);
    expect(waiting).toHaveLength(2);
    end();
  });

  it('keeps a handle open for work that reads it page by page, and closes it after', async () => {
    let handle = 1;
    const bridge = createFakeBridge({ 'links:open': () => sampleAnswer(handle) });
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
    const bridge = createFakeBridge({ 'links:open': () => sampleAnswer(handle) });
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
});
