import { z } from 'zod';
import { importFields, type ImportMap, type ImportSummary } from '#domain/import-map';
import { channel, instant, localId, nothing, rowNumber, zone, type ContractPart } from './part';

/** A file the user chose, described; main keeps its path under the id. */
export interface ChosenFile {
  readonly importId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly modifiedAt: number;
  readonly headers: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly guessed: ImportMap;
}

const importMapSchema = z.partialRecord(z.enum(importFields), rowNumber);

export const importContract = {
  /** Shows the open dialog and describes the file. Null when the user closed the dialog. */
  'import:choose': channel<ChosenFile | null>()(nothing),
  /** Validates the whole file, then stores it. Progress and cancel under the import's id. */
  'import:run': channel<ImportSummary>()(
    z.strictObject({
      importId: localId,
      spec: z.strictObject({ connectionId: localId, map: importMapSchema, zone, exportedAt: instant }),
    }),
  ),
  /** Asks where to write the rejected rows of the last run, with a reason column. Null when the user closed the dialog. */
  'import:save-rejected': channel<{ readonly fileName: string; readonly rows: number } | null>()(
    z.strictObject({ importId: localId }),
  ),
} satisfies ContractPart;
