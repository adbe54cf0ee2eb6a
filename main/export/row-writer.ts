import type { LinkRow } from '#domain/payment-link';

/** Writes rows in one file format, as text to be put one after the other. */
export interface RowWriter {
  readonly head: string;
  readonly foot: string;
  rows(page: readonly LinkRow[]): string;
  /** How many characters were left out so far because the format cannot hold them. */
  strippedCharacters(): number;
}
