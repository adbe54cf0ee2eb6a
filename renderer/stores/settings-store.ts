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
        // Its answer is not taken over: it does not know of changes made after this one.
        await bridge.call('settings:write', part);
      } catch (error) {
        set(({ settings }) => ({ settings: takeBack(settings, part, kept) }));
        throw error;
      }
    },
  }));
}

/** The settings without a change that could not be kept; what was changed again since stays. */
function takeBack(settings: Settings, part: Partial<Settings>, kept: Settings): Settings {
  // Object.keys forgets that a part of the settings has no other names.
  const unchanged = (Object.keys(part) as (keyof Settings)[]).filter((name) => settings[name] === part[name]);
  return { ...settings, ...Object.fromEntries(unchanged.map((name) => [name, kept[name]])) };
}
