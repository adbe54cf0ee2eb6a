import type { ExportSummary } from '#domain/export-summary';
import type { ExportOutput } from './export-output';
import type { ExportSheet } from './export-sheet';

/**
 * Writes a sheet in one format, first byte to last, and answers its summary: taken with `sheet.summary` after the last page, and
 * put into the file where the format has a place for it.
 */
export type FillFile = (sheet: ExportSheet, output: ExportOutput) => Promise<ExportSummary>;

export interface ExportWriter {
  readonly fill: FillFile;
  /** The content of a second file beside the first, for a format that has no place for a summary. */
  readonly besideText?: (summary: ExportSummary, about: { readonly fileName: string }) => string;
}
