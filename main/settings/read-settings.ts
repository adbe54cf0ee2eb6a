import type { z } from 'zod';
import type { Weekend } from '#domain/business-days';
import { isZone } from '#domain/expiry';
import { exportPresetSchema } from '#contract/export-preset';
import { rememberedImportSchema } from '#contract/remembered-import';
import { savedViewSchema, settingsSchema, type Settings } from '#contract/settings';
import type { TableFormat } from '../store/store-api';
import type { StoreClient } from '../store/store-client';

/** What a new installation starts with: the operating system's language and zone. */
export function defaultSettings(locale: string, zone: string): Settings {
  return {
    language: locale.toLowerCase().startsWith('ar') ? 'ar' : 'en',
    theme: 'system',
    density: 'normal',
    zone: isZone(zone) ? zone : 'UTC',
    businessDays: { weekend: weekendOf(locale), holidays: [] },
    views: [],
    exportPresets: [],
    rememberedImports: [],
  };
}

/** The weekend of a locale's region; ISO day 5 is Friday. */
function weekendOf(locale: string): Weekend {
  try {
    // In V8 since 2023, in TypeScript's library not yet.
    const region = new Intl.Locale(locale) as Intl.Locale & {
      getWeekInfo: () => { weekend: readonly number[] };
    };
    return region.getWeekInfo().weekend.includes(5) ? 'fri-sat' : 'sat-sun';
  } catch {
    return 'sat-sun';
  }
}

/** The words and the zone in which files with tables are written. */
export function tableFormat({ language, zone }: Settings): TableFormat {
  return { language, zone };
}

/** The settings that are lists the user has filled, with what each entry must be. */
const entrySchemas: Readonly<Record<string, z.ZodType>> = {
  views: savedViewSchema,
  exportPresets: exportPresetSchema,
  rememberedImports: rememberedImportSchema,
};

/** Of a list those entries that can be read stay: one that no longer parses must not cost the others. */
function salvage(name: string, value: unknown): unknown {
  const schema = entrySchemas[name];
  if (schema === undefined || !Array.isArray(value)) return value;
  return value.filter((entry) => schema.safeParse(entry).success);
}

/** Settings over a store; a stored value that no longer parses falls back to its default. */
export function createSettings(store: StoreClient, defaults: Settings) {
  const read = async (): Promise<Settings> => {
    const stored = await store.call('readSettings', {});
    const kept = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
      const parsed = schema.safeParse(salvage(name, stored[name]));
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
