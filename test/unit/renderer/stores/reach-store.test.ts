import { describe, expect, it } from 'vitest';
import type { ConnectionReach } from '#contract/connections';
import { createReachStore, followReach } from '../../../../renderer/stores/reach-store';
import { createFakeBridge } from '../../../support/renderer/fake-bridge';

const reachOf = (connectionId: string, since: number, isReachable = false): ConnectionReach => ({
  connectionId,
  since,
  isReachable,
});

describe('the reach store', () => {
  it('lists the silent connections, the longest silent first', async () => {
    const bridge = createFakeBridge({
      'connections:reach': () => [reachOf('b', 20), reachOf('c', 5, true), reachOf('a', 10)],
    });
    const store = createReachStore(bridge, () => 0);
    await store.getState().read();
    expect(store.getState().silent.map(({ connectionId }) => connectionId)).toEqual(['a', 'b']);
  });

  it('follows main: a connection that falls silent comes, one that answers goes', () => {
    const bridge = createFakeBridge({});
    const store = createReachStore(bridge, () => 0);
    const end = followReach(bridge, store);
    bridge.emit('connections:reach-changed', { reach: reachOf('a', 10) });
    bridge.emit('connections:reach-changed', { reach: reachOf('b', 4) });
    bridge.emit('connections:reach-changed', { reach: reachOf('a', 30) });
    expect(store.getState().silent).toEqual([reachOf('b', 4), reachOf('a', 30)]);
    bridge.emit('connections:reach-changed', { reach: reachOf('b', 40, true) });
    expect(store.getState().silent).toEqual([reachOf('a', 30)]);
    end();
    bridge.emit('connections:reach-changed', { reach: reachOf('a', 50, true) });
    expect(store.getState().silent).toHaveLength(1);
  });

  it('does not let an old list undo what an event told meanwhile', async () => {
    let answer = (_all: readonly ConnectionReach[]): void => undefined;
    const bridge = createFakeBridge({
      'connections:reach': () => new Promise<readonly ConnectionReach[]>((resolve) => (answer = resolve)),
    });
    const store = createReachStore(bridge, () => 0);
    followReach(bridge, store);
    const reading = store.getState().read();
    bridge.emit('connections:reach-changed', { reach: reachOf('a', 10) });
    answer([]);
    await reading;
    expect(store.getState().silent).toHaveLength(1);
  });

  it('says when a try was in vain, until something changes', async () => {
    const bridge = createFakeBridge({ 'connections:try-now': () => Promise.reject(new Error('no')) });
    const store = createReachStore(bridge, () => 77);
    followReach(bridge, store);
    bridge.emit('connections:reach-changed', { reach: reachOf('a', 10) });
    const trying = store.getState().tryNow();
    expect(store.getState().trying).toBe(true);
    await trying;
    expect(store.getState()).toMatchObject({ trying: false, triedAt: 77 });
    bridge.emit('connections:reach-changed', { reach: reachOf('a', 80, true) });
    expect(store.getState().triedAt).toBeUndefined();
  });

  it('asks once however often the button is pressed', async () => {
    const bridge = createFakeBridge({ 'connections:try-now': () => Promise.resolve(undefined) });
    const store = createReachStore(bridge, () => 0);
    await Promise.all([store.getState().tryNow(), store.getState().tryNow()]);
    expect(bridge.inputsOf('connections:try-now')).toHaveLength(1);
    expect(store.getState().triedAt).toBeUndefined();
  });
});
