import { z } from 'zod';
import type { ColumnFacts, ToldByFile } from '#domain/column-facts';
import { csvDelimiters, decimalSigns } from '#domain/export-spec';
import { importFields, type ImportMap, type ImportSpec, type ImportSummary } from '#domain/import-map';
import type { RejectedRow } from '#domain/import-map';
import {
  amountUnits,
  csvEncodings,
  dateOrders,
  type FileShape,
  type ImportFormat,
  type ImportQuestion,
  type ImportReading,
} from '#domain/import-reading';
import type { PaymentLink } from '#domain/payment-link';
import { channel, instant, localId, nothing, rowNumber, zone, type ContractPart } from './part';

/** What a look at a file tells. */
export interface InspectedFile {
  readonly format: ImportFormat;
  readonly sizeBytes: number;
  readonly modifiedAt: number;
  readonly headers: readonly string[];
  /** The first rows below the headers, as text. */
  readonly sample: readonly (readonly string[])[];
  readonly guessed: ImportMap;
  /** How the file seems to be written; what is asked about holds the likelier answer. */
  readonly reading: ImportReading;
  /** What is open with the guessed columns. With others, `judgeReading` of the domain tells it from the next two. */
  readonly questions: readonly ImportQuestion[];
  readonly columns: readonly ColumnFacts[];
  readonly told: ToldByFile;
  /** The sheets of a workbook. */
  readonly sheets?: readonly string[];
}

/** A file the user chose, described; main keeps its path under the id. */
export interface ChosenFile extends InspectedFile {
  readonly importId: string;
  readonly fileName: string;
}

/** A row as it would be stored, or why it would not be. */
export type PreviewRow =
  | { readonly line: number; readonly link: Omit<PaymentLink, 'connectionId'> }
  | { readonly line: number; readonly rejection: Omit<RejectedRow, 'line'> };

export interface ImportPreview {
  readonly rows: readonly PreviewRow[];
}

export const importMapSchema = z.partialRecord(z.enum(importFields), rowNumber);

const shapeFields = {
  headerRow: rowNumber,
  csv: z.strictObject({ encoding: z.enum(csvEncodings), delimiter: z.enum(csvDelimiters) }).exactOptional(),
  sheet: z.string().min(1).max(200).exactOptional(),
};
const fileShapeSchema = z.strictObject(shapeFields) satisfies z.ZodType<FileShape>;
export const importReadingSchema = z.strictObject({
  ...shapeFields,
  dateOrder: z.enum(dateOrders),
  decimal: z.enum(decimalSigns),
  units: z.enum(amountUnits),
}) satisfies z.ZodType<ImportReading>;

export const importContract = {
  /** Shows the open dialog and describes the file. Null when the user closed the dialog. */
  'import:choose': channel<ChosenFile | null>()(nothing),
  /**
   * Describes a file that was dropped on the page. Only preload calls it, with the path that Electron tells of the dropped File:
   * the page itself can name no path.
   */
  'import:drop': channel<ChosenFile>()(z.strictObject({ path: z.string().max(4096) })),
  /** Describes the file again, with its records found another way. */
  'import:reread': channel<ChosenFile>()(z.strictObject({ importId: localId, shape: fileShapeSchema })),
  /** What the first rows would be stored as. `import/missing-column` while a required field has no column. */
  'import:preview': channel<ImportPreview>()(
    z.strictObject({ importId: localId, reading: importReadingSchema, map: importMapSchema, zone }),
  ),
  /** Validates the whole file, then stores it. Progress and cancel under the import's id. */
  'import:run': channel<ImportSummary>()(
    z.strictObject({
      importId: localId,
      spec: z.strictObject({
        connectionId: localId,
        map: importMapSchema,
        zone,
        exportedAt: instant,
        reading: importReadingSchema,
      }) satisfies z.ZodType<ImportSpec>,
    }),
  ),
  /** Asks where to write the rejected rows of the last run, with a reason column. Null when the user closed the dialog. */
  'import:save-rejected': channel<{ readonly fileName: string; readonly rows: number } | null>()(
    z.strictObject({ importId: localId }),
  ),
} satisfies ContractPart;
