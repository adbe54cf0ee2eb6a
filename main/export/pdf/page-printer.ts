/** A document to be printed. */
export interface PrintedPage {
  readonly html: string;
  /** Whether the PDF says what is a heading, a table, a cell: for screen readers, at ten times the size. */
  readonly tagged: boolean;
}

/** Prints a document to PDF: in the main process, where alone it is possible. Fails with `export/print-failed`, `app/cancelled`. */
export type PrintPage = (page: PrintedPage) => Promise<Uint8Array>;
