import { describe, expect, it } from 'vitest';
import type { UnsettledCreation } from '#contract/links';
import { createCreationsStore } from '../../../../renderer/stores/creations-store';
import { createFakeBridge } from '../../../support/renderer/fake-bridge';
import { sampleLink } from '../../../support/renderer/sample-links';

const draft = { reference: 'INV-1', amount: { amountMinor: 100, currency: 'KWD' }, expiresAt: 9e12 };
const unsettled: UnsettledCreation = { id: 'c', connectionId: 'shop', draft, at: 1, state: 'unknown' };

describe('the creations store', () => {
  it('knows what is unsettled after a link was sent without an answer', async () => {
    const bridge = createFakeBridge({
      'links:create': () => Promise.reject(new Error('no answer')),
      'links:creations': () => [unsettled],
    });
    const store = createCreationsStore(bridge);
    await expect(store.getState().create('shop', draft)).rejects.toThrow('no answer');
    expect(store.getState().creations).toEqual([unsettled]);
    expect(bridge.inputsOf('links:create')).toHaveLength(1);
  });

  it('forgets one that has been looked up, found or not', async () => {
    for (const found of [sampleLink(), null]) {
      let all: readonly UnsettledCreation[] = [unsettled];
      const bridge = createFakeBridge({
        'links:creations': () => all,
        'links:look-up-creation': () => {
          all = [];
          return found;
        },
      });
      const store = createCreationsStore(bridge);
      await store.getState().read();
      const looking = store.getState().lookUp('c');
      expect(store.getState().looking).toEqual(['c']);
      expect(await looking).toEqual(found);
      expect(store.getState()).toMatchObject({ creations: [], looking: [] });
    }
  });

  it('keeps what it knows when the list cannot be read', async () => {
    let isBroken = false;
    const bridge = createFakeBridge({
      'links:creations': () => (isBroken ? Promise.reject(new Error('no')) : [unsettled]),
    });
    const store = createCreationsStore(bridge);
    await store.getState().read();
    isBroken = true;
    await store.getState().read();
    expect(store.getState().creations).toEqual([unsettled]);
  });
});
