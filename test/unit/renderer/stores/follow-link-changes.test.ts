import { afterEach, describe, expect, it, vi } from 'vitest';
import { followLinkChanges } from '../../../../renderer/stores/follow-link-changes';
import { createQueryStore } from '../../../../renderer/stores/query-store';
import { quickBridge, slowBridge } from '../../../support/renderer/query-bridges';
import { sampleAnswer, sampleTotals } from '../../../support/renderer/sample-links';

afterEach(() => vi.useRealTimers());

describe('a query whose links change', () => {
  it('opens again once for many changes in a short time, with the filter as it is', async () => {
    vi.useFakeTimers();
    const bridge = quickBridge(() => sampleAnswer(1));
    const store = createQueryStore(bridge);
    const end = followLinkChanges(bridge, store, 300);
    store.setState({ filter: { words: ['kept'] } });
    for (let change = 0; change < 50; change += 1) bridge.emit('links:changed', { reason: 'check' });
    await vi.advanceTimersByTimeAsync(300);
    expect(bridge.inputsOf('links:open')).toEqual([{ filter: { words: ['kept'] }, sort: [] }]);
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

  it('waits with changes until the rest of what is shown has been found', async () => {
    vi.useFakeTimers();
    const { bridge, waiting, counting } = slowBridge('totals-by-hand');
    const store = createQueryStore(bridge);
    store.getState().setFilter({ words: ['a'] });
    await vi.advanceTimersByTimeAsync(0);
    waiting[0]?.resolve(sampleAnswer(1, { isComplete: false }));
    const end = followLinkChanges(bridge, store, 300);
    bridge.emit('links:changed', { reason: 'check' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(waiting).toHaveLength(1);
    counting[0]?.resolve(sampleTotals());
    await vi.advanceTimersByTimeAsync(300);
    expect(waiting).toHaveLength(2);
    end();
  });
});
