import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Settings } from '#contract/settings';
import type { Bridge } from '../bridge/bridge-client';

export interface SettingsState {
  readonly settings: Settings;
  read(): Promise<void>;
  /** Shows the change at once, then keeps it. Rejects with a BridgeError after taking it back. */
  change(part: Partial<Settings>): Promise<void>;
}

export type SettingsStore = StoreApi<SettingsState>;

/** `before` is what the screen shows until main has answered. */
export function createSettingsStore(bridge: Bridge, before: Settings): SettingsStore {
  return createStore<SettingsState>((set, get) => ({
    settings: before,
    read: async () => set({ settings: await bridge.call('settings:read', {}) }),
    change: async (part) => {
      const kept = get().settings;
      set({ settings: { ...kept, ...part } });
      try {
        set({ settings: await bridge.call('settings:write', part) });
      } catch (error) {
        set({ settings: kept });
        throw error;
      }
    },
  }));
}
