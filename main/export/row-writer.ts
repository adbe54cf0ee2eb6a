/** Writes rows in one file format, as text to be put one after the other. */
export interface RowWriter<Row> {
  readonly head: string;
  rows(page: readonly Row[]): string;
}
