import { z } from 'zod';
import { businessDaysSchema, channel, nothing, zone, type ContractPart } from './part';

export const languages = ['en', 'ar'] as const;
export const themes = ['system', 'light', 'dark'] as const;
export const densities = ['compact', 'normal', 'comfortable'] as const;

const columnId = z.string().max(40);

/** The table's columns as the user has them; ids that a later version no longer knows are ignored there. */
export const columnsSchema = z.strictObject({
  order: z.array(columnId).max(64).readonly(),
  hidden: z.array(columnId).max(64).readonly(),
  /** CSS pixels. */
  widths: z.record(columnId, z.int().min(1).max(4000)).readonly(),
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
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsContract = {
  'settings:read': channel<Settings>()(nothing),
  'settings:write': channel<Settings>()(settingsSchema.partial()),
} satisfies ContractPart;
