import path from 'node:path';
import { AppError } from '#domain/app-error';
import type { ExportFormat } from '#domain/export-spec';
import type { ExportSummary } from '#domain/export-summary';
import { writeAtomically } from '../files/atomic-file';
import { stopIfCancelled } from '../files/progress';
import { csvWriter } from './csv/write-csv';
import { createOutput } from './export-output';
import { createSheet, type SheetRequest } from './export-sheet';
import type { ExportWriter } from './export-writer';
import type { PrintPage } from './pdf/page-printer';
import { createPdfWriter } from './pdf/write-pdf';
import { summaryPathFor } from './summary-path';
import type { FileTask, WrittenFile } from './write-pages';
import { xlsxWriter } from './xlsx/write-xlsx';
import { xmlWriter } from './xml/write-xml';

export interface ExportRequest extends SheetRequest, FileTask {
  /** Has the pages of a PDF printed: the process that writes cannot do it. */
  readonly print?: PrintPage;
}

/** What was written, so that a reader can prove the file complete. */
export interface ExportReceipt extends WrittenFile {
  readonly summary: ExportSummary;
  /** The name of the file beside it that holds the summary, where the format has no place for one. */
  readonly summaryFileName?: string;
}

const writers: Readonly<Partial<Record<ExportFormat, ExportWriter>>> = {
  csv: csvWriter,
  xml: xmlWriter,
  xlsx: xlsxWriter,
};

function writerOf({ spec: { format }, print }: ExportRequest): ExportWriter {
  const writer = format === 'pdf' && print !== undefined ? createPdfWriter(print) : writers[format];
  if (writer !== undefined) return writer;
  throw new AppError('ipc/bad-request', { field: 'format', message: `Nobody writes ${format} files here.` });
}

/**
 * Writes links into a file, page by page, whole or not at all.
 *
 * Fails with `export/no-rows`, `app/cancelled`, `store/result-closed` (fewer or more rows than announced) or a `file/` code; then
 * nothing is left behind and older files stay as they were.
 */
export async function runExport(request: ExportRequest): Promise<ExportReceipt> {
  const { target, disk, signal, onProgress } = request;
  stopIfCancelled(signal);
  const { fill, besideText } = writerOf(request);
  const sheet = createSheet(request);
  const summaryFile = summaryPathFor(target);
  const receipt = await writeAtomically<WrittenFile & { readonly summary: ExportSummary }>({
    target,
    signal,
    ...(disk === undefined ? {} : { disk }),
    fill: async (write) => {
      const output = createOutput(write);
      const summary = await fill(sheet, output);
      const sha256 = await output.sha256();
      return { rows: summary.rows, bytes: output.bytes(), sha256, summary };
    },
    ...(besideText !== undefined && {
      beside: {
        target: summaryFile,
        text: ({ summary }) => besideText(summary, { fileName: path.basename(target) }),
      },
    }),
  });
  onProgress({ done: receipt.rows, total: receipt.rows });
  return { ...receipt, ...(besideText !== undefined && { summaryFileName: path.basename(summaryFile) }) };
}
