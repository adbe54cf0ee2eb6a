import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LinkQueryAnswer } from '#contract/links';
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
});
