import { createStore, type StoreApi } from 'zustand/vanilla';
import type { UnsettledCreation } from '#contract/links';
import type { LinkDraft } from '#domain/link-draft';
import type { LinkRow } from '#domain/payment-link';
import type { Bridge } from '../bridge/bridge-client';

export interface CreationsState {
  /** Links that were asked for and whose making nobody has confirmed. */
  readonly creations: readonly UnsettledCreation[];
  /** Ids of those that are being looked up. */
  readonly looking: readonly string[];
  read(): Promise<void>;
  /** Makes a link: sent once. This and the next reject with a BridgeError. */
  create(connectionId: string, draft: LinkDraft): Promise<LinkRow>;
  /** Asks whether the link is there; null: it is not. Settled either way. */
  lookUp(creationId: string): Promise<LinkRow | null>;
}

export type CreationsStore = StoreApi<CreationsState>;

export function createCreationsStore(bridge: Bridge): CreationsStore {
  return createStore<CreationsState>((set) => {
    const read = async () => {
      const creations = await bridge.call('links:creations', {}).catch(() => undefined);
      if (creations !== undefined) set({ creations });
    };
    return {
      creations: [],
      looking: [],
      read,
      create: async (connectionId, draft) => {
        try {
          return await bridge.call('links:create', { connectionId, draft });
        } finally {
          await read();
        }
      },
      lookUp: async (creationId) => {
        set(({ looking }) => ({ looking: [...looking, creationId] }));
        try {
          return await bridge.call('links:look-up-creation', { creationId });
        } finally {
          set(({ looking }) => ({ looking: looking.filter((id) => id !== creationId) }));
          await read();
        }
      },
    };
  });
}
