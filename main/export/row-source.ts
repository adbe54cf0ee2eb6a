import type { LinkRow } from '#domain/payment-link';

/** Where an export takes its rows from: a frozen list of links, read page by page. */
export interface RowSource {
  /** How many rows there will be; an export that meets another number fails. */
  readonly total: number;
  /** Pages of up to about 2,000 rows in the export's order, read when they are asked for. */
  rows(signal: AbortSignal): Iterable<readonly LinkRow[]>;
  /** The name of a connection, for the connection column. */
  connectionName(connectionId: string): string;
}
