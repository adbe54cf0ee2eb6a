import { AppError } from '#domain/app-error';
import { usualCsv } from '#domain/export-spec';
import { pdfRowLimit } from '#domain/pdf-limit';
import { csvWriter } from '../csv/write-csv';
import { createOutput } from '../export-output';
import type { ExportSheet } from '../export-sheet';
import type { ExportWriter } from '../export-writer';
import { FilePacker } from './pack-file';
import type { PrintPage } from './page-printer';
import { SlicePrinter } from './print-slices';

/** The sheet for the CSV file beside the print: each page of it is printed first, and then it is handed on. */
function alsoPrinted(sheet: ExportSheet, slices: SlicePrinter): ExportSheet {
  async function* pages() {
    for await (const page of sheet.pages) {
      await slices.add(page);
      yield page;
    }
  }
  return { ...sheet, spec: { ...sheet.spec, csv: usualCsv }, pages: pages() };
}

/**
 * Links as a PDF for people: a table with its header on every page, totals by currency, and the summary on the last page. The same
 * links are attached as a CSV file of the usual form, and `dataSha256` is the SHA-256 of that:
 *
 *     pdfdetach -save 1 -o links.csv links.pdf && sha256sum links.csv
 *
 * Fails with `export/too-many-rows`, `export/print-failed`.
 */
export function createPdfWriter(print: PrintPage): ExportWriter {
  return {
    fill: async (sheet, output) => {
      if (sheet.total > pdfRowLimit) {
        throw new AppError('export/too-many-rows', {
          message: `A PDF holds up to ${String(pdfRowLimit)} links, and these are ${String(sheet.total)}.`,
        });
      }
      const slices = new SlicePrinter(sheet, print);
      const data = new FilePacker();
      const summary = await csvWriter.fill(
        alsoPrinted(sheet, slices),
        createOutput((bytes) => data.write(bytes)),
      );
      const about = { name: 'payment-links.csv', mimeType: 'text/csv', modifiedAt: sheet.createdAt };
      await output.write(await slices.finish(summary, await data.finish(about)));
      return summary;
    },
  };
}
