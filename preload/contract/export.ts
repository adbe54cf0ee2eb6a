import { z } from 'zod';
import {
  csvDelimiters,
  csvLineEnds,
  csvQuotes,
  decimalSigns,
  exportColumns,
  exportFormats,
  exportScopes,
  isReadableCsv,
  xmlValues,
  type CsvOptions,
  type ExportSpec,
  type XmlOptions,
} from '#domain/export-spec';
import type { ExportSummary } from '#domain/export-summary';
import { languages } from './languages';
import { linkFilterSchema, linkSelectionSchema, linkSortSchema } from './links';
import { channel, localId, zone, type ContractPart, type FileAnswer } from './part';

export const csvOptionsSchema = z
  .strictObject({
    delimiter: z.enum(csvDelimiters),
    quotes: z.enum(csvQuotes),
    lineEnd: z.enum(csvLineEnds),
    bom: z.boolean(),
    decimal: z.enum(decimalSigns),
  })
  .refine(isReadableCsv) satisfies z.ZodType<CsvOptions>;

export const xmlOptionsSchema = z.strictObject({ values: z.enum(xmlValues) }) satisfies z.ZodType<XmlOptions>;

export const exportColumnsSchema = z
  .array(z.enum(exportColumns))
  .min(1)
  // A column that comes twice would be an attribute that comes twice.
  .refine((columns) => new Set(columns).size === columns.length)
  .readonly();

export const exportSpecSchema = z.strictObject({
  format: z.enum(exportFormats),
  scope: z.enum(exportScopes),
  selection: linkSelectionSchema.or(z.strictObject({ mode: z.literal('all') })),
  filter: linkFilterSchema,
  sort: linkSortSchema,
  columns: exportColumnsSchema,
  zone,
  amounts: z.enum(['major', 'minor']),
  language: z.enum(languages),
  csv: csvOptionsSchema,
  xml: xmlOptionsSchema,
}) satisfies z.ZodType<ExportSpec>;

export interface ExportAnswer extends FileAnswer {
  readonly summary: ExportSummary;
  /** The name of the file beside it that holds the summary, where the format has no place for one. */
  readonly summaryFileName?: string;
}

/** How a file begins: its own text, or the values of a format that is no text. */
export type ExportPreview =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly headers: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export const exportContract = {
  /** Writes a few links for a look, by what would write the file. Nothing is stored, nobody is asked where to. */
  'export:preview': channel<ExportPreview>()(z.strictObject({ spec: exportSpecSchema })),
  /** Asks where to write, then writes. Null when the user closed the dialog. Progress and cancel by the task's name. */
  'export:run': channel<ExportAnswer | null>()(z.strictObject({ taskId: localId, spec: exportSpecSchema })),
  /** Shows the last file a task wrote in its folder. */
  'export:reveal': channel<undefined>()(z.strictObject({ taskId: localId })),
} satisfies ContractPart;
