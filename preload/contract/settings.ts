import { z } from 'zod';
import { mostPresets } from '#domain/export-preset';
import { mostRememberedImports } from '#domain/remembered-import';
import type { ColumnLayout, SavedView } from '#domain/saved-view';
import { exportPresetSchema, lastExportSchema } from './export-preset';
import { languages } from './languages';
import { linkFilterSchema, linkSortSchema } from './links';
import { businessDaysSchema, channel, localId, nothing, zone, type ContractPart } from './part';
import { rememberedImportSchema } from './remembered-import';

export const themes = ['system', 'light', 'dark'] as const;
export const densities = ['compact', 'normal', 'comfortable'] as const;

const columnId = z.string().max(40);

/** The table's columns as the user has them; ids that a later version no longer knows are ignored there. */
export const columnsSchema = z.strictObject({
  order: z.array(columnId).max(64).readonly(),
  hidden: z.array(columnId).max(64).readonly(),
  /** CSS pixels. */
  widths: z.record(columnId, z.int().min(1).max(4000)).readonly(),
}) satisfies z.ZodType<ColumnLayout>;

const viewContent = {
  filter: linkFilterSchema,
  sort: linkSortSchema,
  columns: columnsSchema.exactOptional(),
  density: z.enum(densities).exactOptional(),
};

export const savedViewSchema = z.strictObject({
  id: localId,
  name: z.string().trim().min(1).max(60),
  ...viewContent,
}) satisfies z.ZodType<SavedView>;

/** What the table showed when it was last used: the view it came from, and how far the user has gone from it. */
const lastShownSchema = z.strictObject({
  viewId: localId,
  filter: linkFilterSchema,
  sort: linkSortSchema,
  /** Only where the view has its own columns; else those of the settings are shown. */
  columns: columnsSchema.exactOptional(),
});

export const settingsSchema = z.strictObject({
  language: z.enum(languages),
  theme: z.enum(themes),
  density: z.enum(densities),
  /** The zone in which dates are shown, entered and exported. */
  zone,
  /** Which days are no business days where the merchant is. */
  businessDays: businessDaysSchema,
  /** Absent until the user has changed a column. */
  columns: columnsSchema.optional(),
  /** The user's own views, in the order they are listed. */
  views: z.array(savedViewSchema).max(200).readonly(),
  /** Absent until the user has filtered or sorted. */
  lastShown: lastShownSchema.optional(),
  /** The user's own presets of exports, in the order they are listed. */
  exportPresets: z.array(exportPresetSchema).max(mostPresets).readonly(),
  /** Absent until something was exported. */
  lastExport: lastExportSchema.optional(),
  /** How imported files were read, the last one first. */
  rememberedImports: z.array(rememberedImportSchema).max(mostRememberedImports).readonly(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsContract = {
  'settings:read': channel<Settings>()(nothing),
  'settings:write': channel<Settings>()(settingsSchema.partial()),
} satisfies ContractPart;
