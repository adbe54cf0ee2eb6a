import type { LinkRow } from '#domain/payment-link';

/** Where a file takes its rows from: a frozen list, read page by page. */
export interface PageSource<Row> {
  /** How many rows there will be; a file that meets another number fails. */
  readonly total: number;
  /** Pages of up to about 2,000 rows in the file's order, read when they are asked for. */
  rows(signal: AbortSignal): Iterable<readonly Row[]>;
}

export interface RowSource extends PageSource<LinkRow> {
  /** The name of a connection, for the connection column. */
  connectionName(connectionId: string): string;
}
