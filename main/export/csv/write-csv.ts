import { columnKinds } from '#domain/export-spec';
import { assertNever } from '#domain/assert-never';
import { createCellTexts, type CellText } from '../cell-texts';
import type { ExportRow } from '#domain/export-row';
import type { ExportSheet } from '../export-sheet';
import type { ExportWriter } from '../export-writer';
import { summaryJson } from '../summary-json';
import { headerOf } from '../wording';
import { createCsvCells, type CsvCells } from './csv-cells';

const lineEnds = { crlf: '\r\n', lf: '\n' } as const;

/**
 * Links as CSV, with the columns that were asked for. The summary lies beside the file; its `dataSha256` is the SHA-256 of the
 * whole file, mark and header included: `sha256sum links.csv`.
 *
 * CSV has no types. Ids are written as their plain digits, and Excel shows a long one as 1.7E+17 when the file is opened by a
 * double click; importing it with the column set to text keeps it whole.
 */
export const csvWriter: ExportWriter = {
  fill: async (sheet, output) => {
    const { spec } = sheet;
    const csv = createCsvCells({ ...spec.csv, isAlone: spec.columns.length === 1 });
    const lineEnd = lineEnds[spec.csv.lineEnd];
    const headers = spec.columns.map((column) =>
      csv.header(headerOf(column, spec), columnKinds[column] === 'text'),
    );
    const writePage = createPageWriter(columnsOf(sheet, csv), { ...spec.csv, lineEnd });
    await output.write((spec.csv.bom ? '\ufeff' : '') + headers.join(spec.csv.delimiter) + lineEnd);
    for await (const page of sheet.pages) await output.write(writePage(page));
    sheet.cells.defusedCells = csv.defusedCells();
    return sheet.summary(output.sha256());
  },
  besideText: summaryJson,
};

function columnsOf({ spec, connectionName }: ExportSheet, csv: CsvCells): readonly CellText[] {
  const values = createCellTexts(spec, connectionName);
  return spec.columns.map((column) => {
    const value = values[column];
    const kind = columnKinds[column];
    switch (kind) {
      case 'text':
        return (row) => csv.text(value(row));
      case 'amount':
        return (row) => csv.amount(value(row));
      case 'number':
      case 'instant':
        return (row) => csv.plain(value(row));
      default:
        return assertNever(kind);
    }
  });
}

function createPageWriter(
  columns: readonly CellText[],
  { delimiter, lineEnd }: { readonly delimiter: string; readonly lineEnd: string },
): (page: readonly ExportRow[]) => string {
  const last = columns.length - 1;
  return (page) => {
    let text = '';
    for (const row of page) {
      for (const [index, write] of columns.entries())
        text += write(row) + (index === last ? lineEnd : delimiter);
    }
    return text;
  };
}
