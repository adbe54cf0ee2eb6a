import Papa from 'papaparse';
import { defuseFormula } from '../../files/formula';
import type { RowWriter } from '../row-writer';

const LINE_END = '\r\n';

/** A column of a CSV file. Text is what a spreadsheet must leave as it is; amounts, numbers and dates are not. */
export interface CsvColumn<Row> {
  readonly header: string;
  readonly isText: boolean;
  readonly value: (row: Row) => string;
}

/**
 * CSV as spreadsheets read it: RFC 4180 with CRLF, header once, a byte order mark if asked. Text is always in quotes, numbers and
 * dates never; text that a spreadsheet would run as a formula gets an apostrophe.
 *
 * CSV has no types. Ids are written as their plain digits, and Excel shows a long one as 1.7E+17 when the file is opened by a
 * double click; importing it with the column set to text keeps it whole.
 */
export function createCsvTable<Row>(
  columns: readonly CsvColumn<Row>[],
  { bom }: { readonly bom: boolean },
): RowWriter<Row> {
  const cells = columns.map(({ isText, value }) =>
    isText ? (row: Row) => defuseFormula(value(row)) : value,
  );
  const config: Papa.UnparseConfig = {
    header: false,
    newline: LINE_END,
    delimiter: ',',
    // Quotes tell text from numbers: a reader that heeds them keeps ids and leading zeros. (It also spares the library the search
    // for a reason to quote, a third of its time.) An empty cell alone on its line would be an empty line, which readers skip.
    quotes: columns.map(({ isText }) => isText || columns.length === 1),
  };
  const headerRow = Papa.unparse([columns.map(({ header }) => header)], config);
  return {
    head: `${bom ? Papa.BYTE_ORDER_MARK : ''}${headerRow}${LINE_END}`,
    rows: (page) =>
      Papa.unparse(
        page.map((row) => cells.map((cell) => cell(row))),
        config,
      ) + LINE_END,
  };
}
