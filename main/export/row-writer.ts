import type { LinkRow } from '#domain/payment-link';

/** Writes rows in one file format, as text to be put one after the other. */
export interface RowWriter<Row> {
  readonly head: string;
  readonly foot: string;
  rows(page: readonly Row[]): string;
}

export interface LinkWriter extends RowWriter<LinkRow> {
  /** How many characters were left out so far because the format cannot hold them. */
  strippedCharacters(): number;
}
