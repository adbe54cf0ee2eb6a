import { z } from 'zod';
import { exportColumns, exportFormats, type ExportSpec } from '#domain/export-spec';
import type { CurrencySum } from '#domain/link-filter';
import { linkSelectionSchema, linkSortSchema } from './links';
import { channel, localId, zone, type ContractPart, type FileAnswer } from './part';
import { languages } from './settings';

export const exportSpecSchema = z.strictObject({
  format: z.enum(exportFormats),
  selection: linkSelectionSchema,
  sort: linkSortSchema,
  columns: z.array(z.enum(exportColumns)).min(1).readonly(),
  zone,
  amounts: z.enum(['major', 'minor']),
  language: z.enum(languages),
  bom: z.boolean(),
}) satisfies z.ZodType<ExportSpec>;

export interface ExportAnswer extends FileAnswer {
  readonly sums: readonly CurrencySum[];
}

export const exportContract = {
  /** Asks where to write, then writes. Null when the user closed the dialog. Progress and cancel by the task's name. */
  'export:run': channel<ExportAnswer | null>()(z.strictObject({ taskId: localId, spec: exportSpecSchema })),
  /** Shows the last file a task wrote in its folder. */
  'export:reveal': channel<undefined>()(z.strictObject({ taskId: localId })),
} satisfies ContractPart;
