import type { GridColumn } from './grid-types';

/**
 * Rows as tab-separated text with a header line, the form spreadsheets paste. Tabs and line breaks inside a value
 * become spaces, so that a value can never start a new cell.
 */
export function rowsToTsv<Row>(columns: readonly GridColumn<Row>[], rows: readonly Row[]): string {
  const clean = (text: string): string => text.replaceAll(/[\t\r\n]+/g, ' ');
  const lines = [columns.map((column) => clean(column.header))];
  for (const row of rows) lines.push(columns.map((column) => clean(column.text(row))));
  return lines.map((cells) => cells.join('\t')).join('\r\n');
}
