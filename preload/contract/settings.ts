import { z } from 'zod';
import { channel, nothing, zone, type ContractPart } from './part';

export const languages = ['en', 'ar'] as const;
export const themes = ['system', 'light', 'dark'] as const;
export const densities = ['compact', 'normal', 'comfortable'] as const;

export const settingsSchema = z.strictObject({
  language: z.enum(languages),
  theme: z.enum(themes),
  density: z.enum(densities),
  /** The zone in which dates are shown, entered and exported. */
  zone,
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsContract = {
  'settings:read': channel<Settings>()(nothing),
  'settings:write': channel<Settings>()(settingsSchema.partial()),
} satisfies ContractPart;
