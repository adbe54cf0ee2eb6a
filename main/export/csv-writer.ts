import Papa from 'papaparse';
import { columnKinds } from '#domain/export-spec';
import type { ExportColumn, ExportSpec } from '#domain/export-spec';
import { defuseFormula } from '../files/formula';
import type { CellValue } from './cell-values';
import type { RowWriter } from './row-writer';
import { headerOf } from './wording';

const LINE_END = '\r\n';

/**
 * CSV as spreadsheets read it: RFC 4180 with CRLF, header once, a byte order mark if asked. Text is always in quotes, numbers and
 * dates never; text that a spreadsheet would run as a formula gets an apostrophe.
 *
 * CSV has no types. Ids are written as their plain digits, and Excel shows a long one as 1.7E+17 when the file is opened by a
 * double click; importing it with the column set to text keeps it whole.
 */
export function createCsvWriter(
  spec: ExportSpec,
  values: Readonly<Record<ExportColumn, CellValue>>,
): RowWriter {
  const cells = spec.columns.map((column) => defused(values[column], column));
  const config: Papa.UnparseConfig = {
    header: false,
    newline: LINE_END,
    delimiter: ',',
    // Quotes tell text from numbers: a reader that heeds them keeps ids and leading zeros. (It also spares the library the search
    // for a reason to quote, a third of its time.) An empty cell alone on its line would be an empty line, which readers skip.
    quotes: spec.columns.map((column) => columnKinds[column] === 'text' || spec.columns.length === 1),
  };
  const headerRow = Papa.unparse([spec.columns.map((column) => headerOf(column, spec))], config);
  return {
    head: `${spec.bom ? Papa.BYTE_ORDER_MARK : ''}${headerRow}${LINE_END}`,
    foot: '',
    rows: (page) =>
      Papa.unparse(
        page.map((row) => cells.map((cell) => cell(row))),
        config,
      ) + LINE_END,
    strippedCharacters: () => 0,
  };
}

function defused(value: CellValue, column: ExportColumn): CellValue {
  return columnKinds[column] === 'text' ? (row) => defuseFormula(value(row)) : value;
}
