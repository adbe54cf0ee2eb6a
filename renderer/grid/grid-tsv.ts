import type { GridColumn } from './grid-types';

/**
 * A line of tab-separated text as spreadsheets paste it: a value with a tab, a line break or a quote at its beginning stands in
 * quotes, with its own quotes doubled. It can then never start a new cell or row.
 */
export function tsvLine(values: readonly string[]): string {
  const quoted = (text: string): string =>
    /^"|[\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return values.map(quoted).join('\t');
}

/** Rows as lines, without a header. */
export function tsvRows<Row>(columns: readonly GridColumn<Row>[], rows: readonly Row[]): string {
  return rows.map((row) => tsvLine(columns.map((column) => column.text(row)))).join('\r\n');
}

/** Rows as tab-separated text with a header line. */
export function rowsToTsv<Row>(columns: readonly GridColumn<Row>[], rows: readonly Row[]): string {
  const header = tsvLine(columns.map((column) => column.header));
  return rows.length === 0 ? header : `${header}\r\n${tsvRows(columns, rows)}`;
}
