import { isZone } from '#domain/expiry';
import { settingsSchema, type Settings } from '#contract/settings';
import type { StoreClient } from '../store/store-client';

/** What a new installation starts with: the operating system's language and zone. */
export function defaultSettings(locale: string, zone: string): Settings {
  return {
    language: locale.toLowerCase().startsWith('ar') ? 'ar' : 'en',
    theme: 'system',
    density: 'normal',
    zone: isZone(zone) ? zone : 'UTC',
  };
}

/** Settings over a store; a stored value that no longer parses falls back to its default. */
export function createSettings(store: StoreClient, defaults: Settings) {
  const read = async (): Promise<Settings> => {
    const stored = await store.call('readSettings', {});
    const kept = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
      const parsed = schema.safeParse(stored[name]);
      return parsed.success && parsed.data !== undefined ? [[name, parsed.data] as const] : [];
    });
    return { ...defaults, ...Object.fromEntries(kept) };
  };
  return {
    read,
    write: async (changes: Partial<Settings>): Promise<Settings> => {
      for (const [name, value] of Object.entries(changes)) await store.call('writeSetting', { name, value });
      return read();
    },
  };
}

export type SettingsStore = ReturnType<typeof createSettings>;
