import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConnectionDraft, SecretsReplacement } from '#contract/connections';
import type { InputOf } from '#contract/contract';
import type { Connection } from '#domain/provider';
import type { Bridge } from '../bridge/bridge-client';
import { toBridgeError, type BridgeError } from '../bridge/bridge-error';

export interface ConnectionsState {
  /** Undefined until main has answered. */
  readonly connections: readonly Connection[] | undefined;
  readonly error: BridgeError | undefined;
  read(): Promise<void>;
  /** Saves a connection; its secrets go in and are not kept here. Rejects with a BridgeError. */
  add(draft: ConnectionDraft): Promise<Connection>;
  /** Tests and keeps new secrets of a connection. Rejects with a BridgeError, and then the old ones are still kept. */
  replaceSecrets(replacement: SecretsReplacement): Promise<Connection>;
  /** Gives a connection another name and colour. Rejects with a BridgeError. */
  describe(description: InputOf<'connections:describe'>): Promise<Connection>;
  remove(connectionId: string): Promise<void>;
  /** Opens the demo workspace. */
  explore(): Promise<Connection>;
}

export type ConnectionsStore = StoreApi<ConnectionsState>;

export function createConnectionsStore(bridge: Bridge): ConnectionsStore {
  return createStore<ConnectionsState>((set) => {
    const read = async () => {
      try {
        set({ connections: await bridge.call('connections:list', {}), error: undefined });
      } catch (thrown) {
        set({ error: toBridgeError(thrown) });
      }
    };
    return {
      connections: undefined,
      error: undefined,
      read,
      add: async (draft) => {
        const connection = await bridge.call('connections:add', draft);
        await read();
        return connection;
      },
      replaceSecrets: async (replacement) => {
        const connection = await bridge.call('connections:replace-secrets', replacement);
        await read();
        return connection;
      },
      describe: async (description) => {
        const connection = await bridge.call('connections:describe', description);
        await read();
        return connection;
      },
      remove: async (connectionId) => {
        await bridge.call('connections:remove', { connectionId });
        await read();
      },
      explore: async () => {
        const connection = await bridge.call('connections:explore', {});
        await read();
        return connection;
      },
    };
  });
}
