import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppStatus } from '#contract/app';
import type { Bridge } from '../bridge/bridge-client';
import { toBridgeError, type BridgeError } from '../bridge/bridge-error';

export interface StatusState {
  /** Undefined until main has answered. */
  readonly status: AppStatus | undefined;
  readonly busy: boolean;
  readonly error: BridgeError | undefined;
  read(): Promise<void>;
  /** Tries keychain and store again, after the user has mended what was missing. */
  retryStart(): Promise<void>;
}

export type StatusStore = StoreApi<StatusState>;

export function createStatusStore(bridge: Bridge): StatusStore {
  return createStore<StatusState>((set, get) => {
    const ask = async (channel: 'app:status' | 'app:retry-start') => {
      const before = get().status;
      set({ busy: true });
      try {
        const answer = await bridge.call(channel, {});
        // What main announced while the answer was on its way is newer than the answer.
        const status = get().status === before ? answer : get().status;
        set({ status, busy: false, error: undefined });
      } catch (thrown) {
        set({ busy: false, error: toBridgeError(thrown) });
      }
    };
    return {
      status: undefined,
      busy: false,
      error: undefined,
      read: () => ask('app:status'),
      retryStart: () => ask('app:retry-start'),
    };
  });
}

/** Keeps the status as main announces it. */
export function followStatus(bridge: Bridge, store: StatusStore): () => void {
  return bridge.on('app:status-changed', ({ status }) => store.setState({ status, error: undefined }));
}
