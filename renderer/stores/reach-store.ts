import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConnectionReach } from '#contract/connections';
import type { Bridge } from '../bridge/bridge-client';

export interface ReachState {
  /** Connections whose provider does not answer, the longest silent first. */
  readonly silent: readonly ConnectionReach[];
  /** The providers are being asked again. */
  readonly trying: boolean;
  /** When somebody last asked in vain, while nothing has changed since. */
  readonly triedAt: number | undefined;
  read(): Promise<void>;
  /** Asks the silent providers again now instead of waiting for the next try. */
  tryNow(): Promise<void>;
}

export type ReachStore = StoreApi<ReachState>;

const bySince = (one: ConnectionReach, other: ConnectionReach) => one.since - other.since;

/** The silent connections with what is now known of one. */
function withReach(silent: readonly ConnectionReach[], reach: ConnectionReach): readonly ConnectionReach[] {
  const others = silent.filter(({ connectionId }) => connectionId !== reach.connectionId);
  return reach.isReachable ? others : [...others, reach].sort(bySince);
}

/** Which providers answer. `now` gives epoch milliseconds. */
export function createReachStore(bridge: Bridge, now: () => number): ReachStore {
  return createStore<ReachState>((set, get) => ({
    silent: [],
    trying: false,
    triedAt: undefined,
    read: async () => {
      const before = get().silent;
      const all = await bridge.call('connections:reach', {}).catch(() => undefined);
      // Events may have told more while the list was on its way.
      if (all === undefined || get().silent !== before) return;
      set({ silent: all.filter(({ isReachable }) => !isReachable).sort(bySince) });
    },
    tryNow: async () => {
      if (get().trying) return;
      set({ trying: true, triedAt: undefined });
      // A try that fails is no news: the providers are asked again by themselves.
      await bridge.call('connections:try-now', {}).catch(() => undefined);
      set({ trying: false, ...(get().silent.length > 0 ? { triedAt: now() } : {}) });
    },
  }));
}

/** Takes every change from main. */
export function followReach(bridge: Bridge, store: ReachStore): () => void {
  return bridge.on('connections:reach-changed', ({ reach }) =>
    store.setState(({ silent }) => ({ silent: withReach(silent, reach), triedAt: undefined })),
  );
}
