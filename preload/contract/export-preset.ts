import { z } from 'zod';
import { exportFormats } from '#domain/export-spec';
import {
  longestPresetName,
  type ExportChoices,
  type ExportPreset,
  type LastExport,
} from '#domain/export-preset';
import { csvOptionsSchema, exportColumnsSchema, xmlOptionsSchema } from './export';
import { languages } from './languages';
import { localId, zone } from './part';

const exportChoicesSchema = z.strictObject({
  format: z.enum(exportFormats),
  columns: exportColumnsSchema,
  language: z.enum(languages),
  zone,
  amounts: z.enum(['major', 'minor']),
  csv: csvOptionsSchema,
  xml: xmlOptionsSchema,
}) satisfies z.ZodType<ExportChoices>;

export const exportPresetSchema = z.strictObject({
  id: localId,
  name: z.string().trim().min(1).max(longestPresetName),
  choices: exportChoicesSchema,
}) satisfies z.ZodType<ExportPreset>;

export const lastExportSchema = z.strictObject({
  presetId: localId,
  choices: exportChoicesSchema,
}) satisfies z.ZodType<LastExport>;
