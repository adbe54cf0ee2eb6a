import { columnKinds, type CsvOptions, type ExportColumn } from '#domain/export-spec';
import { createCellTexts, type CellText } from '../cell-texts';
import type { ExportWriter } from '../export-writer';
import { createRowText } from '../row-text';
import { summaryJson } from '../summary-json';
import { headerOf } from '../wording';
import { createCsvCells, type CsvCells, type CsvColumn } from './csv-cells';

const MARK = '\ufeff';
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
    const cells = createCsvCells({ ...spec.csv, isAlone: spec.columns.length === 1 });
    const columns = spec.columns.map((column) => csvColumnOf(column, cells));
    const parts = partsOf(columns, spec.csv);
    const texts = createCellTexts(spec, sheet.connectionName);
    const rowText = createRowText(
      parts,
      spec.columns.map((column): CellText => {
        const text = texts[column];
        const { write } = csvColumnOf(column, cells);
        return write === undefined ? text : (row) => write(text(row));
      }),
    );
    // The headers are ours: no quote, delimiter or line end is in them.
    const [opening = '', ...rest] = parts;
    const headers = spec.columns.map((column, index) => headerOf(column, spec) + (rest[index] ?? ''));
    output.add((spec.csv.bom ? MARK : '') + opening + headers.join(''));
    for await (const page of sheet.pages) {
      for (const row of page) output.add(rowText(row));
      await output.drain();
    }
    sheet.cells.defusedCells = cells.defusedCells();
    return sheet.summary(await output.sha256());
  },
  besideText: summaryJson,
};

function csvColumnOf(column: ExportColumn, cells: CsvCells): CsvColumn {
  const kind = columnKinds[column];
  return kind === 'text' || kind === 'amount' ? cells[kind] : cells.plain;
}

/** What stands before, between and after the values of a row. */
function partsOf(
  columns: readonly CsvColumn[],
  { delimiter, lineEnd }: Pick<CsvOptions, 'delimiter' | 'lineEnd'>,
): readonly string[] {
  const edges = columns.map(({ edge }) => edge);
  return ['', ...edges].map((before, index) => {
    const after = edges[index];
    if (after === undefined) return before + lineEnds[lineEnd];
    return index === 0 ? after : before + delimiter + after;
  });
}
