import type { ExportRow } from '#domain/export-row';

/** Where a file takes its rows from: a frozen list, read page by page. */
export interface PageSource<Row> {
  /** How many rows there will be; a file that meets another number fails. */
  readonly total: number;
  /** Pages of up to about 2,000 rows in the file's order, read when they are asked for. */
  rows(signal: AbortSignal): Iterable<readonly Row[]>;
}

export interface NamedConnection {
  readonly id: string;
  readonly name: string;
}

export interface RowSource extends PageSource<ExportRow> {
  /** The connections there are, for the connection column and for the filter's text. */
  readonly connections: readonly NamedConnection[];
}
