import type { ExportSummary } from '#domain/export-summary';
import type { ExportRow } from '#domain/export-row';
import type { ExportSheet } from '../export-sheet';
import { BoundPages, readPrinted, type DocumentFacts } from './bind-pages';
import { findWholePages, rowFindersHtml, rowName } from './found-rows';
import { headingHtml } from './heading-html';
import { createLinksTable, type LinksTable } from './links-html';
import { pageHtml } from './page-html';
import { createPdfCells } from './pdf-cells';
import { pdfWording } from './pdf-wording';
import type { PackedFile } from './pack-file';
import type { PrintPage } from './page-printer';
import { stampsHtml } from './stamp-html';
import { summaryHtml } from './summary-html';
import { totalsHtml } from './totals-html';

/** How much is printed at a time: the time a print takes grows faster than its rows, and a cancel waits for none. */
const rowsPerSlice = 1_000;
/** Fewer: they are laid over their pages in one go, which queries of the table wait for. */
const stampsPerSlice = 200;

/**
 * Prints a sheet slice by slice and binds what is printed: of the rows, one slice is in memory at a time; of the file, the finished
 * pages, compressed.
 */
export class SlicePrinter {
  readonly #sheet: ExportSheet;
  readonly #print: PrintPage;
  readonly #table: LinksTable;
  readonly #facts: DocumentFacts;
  #bound: BoundPages | undefined;
  /** Rows that wait to be printed, as HTML. */
  #rows: string[] = [];
  #seen = 0;

  constructor(sheet: ExportSheet, print: PrintPage) {
    const { spec, connectionName, cells: stripped, createdAt, version } = sheet;
    this.#sheet = sheet;
    this.#print = print;
    this.#table = createLinksTable(spec, { cells: createPdfCells(spec, connectionName), stripped });
    const { language } = spec;
    this.#facts = { title: pdfWording[language].title, language, createdAt, version };
  }

  /** Takes rows, and prints while there are more than a slice and others to follow. */
  async add(page: readonly ExportRow[]): Promise<void> {
    for (const row of page) this.#rows.push(this.#table.row(row));
    this.#seen += page.length;
    const following = this.#sheet.total - this.#seen;
    while (this.#rows.length > rowsPerSlice || (this.#rows.length === rowsPerSlice && following > 0)) {
      await this.#printSlice();
    }
  }

  /** Prints what is left, with the totals and the summary, numbers all pages, and answers the whole file. */
  async finish(summary: ExportSummary, data: PackedFile): Promise<Uint8Array> {
    const { spec } = this.#sheet;
    const isWhole = this.#bound === undefined;
    const html = this.#document(
      this.#heading() +
        this.#table.table(this.#rows) +
        totalsHtml(spec, summary) +
        summaryHtml(spec, summary),
    );
    const printed = await readPrinted(await this.#print({ html, tagged: isWhole }));
    const bound = this.#bound ?? BoundPages.of(printed);
    if (!isWhole) await bound.add(printed, printed.getPageCount());
    await this.#stamp(bound);
    bound.attach(data);
    return bound.save(this.#facts);
  }

  #document(body: string): string {
    return pageHtml(this.#facts, body);
  }

  #heading(): string {
    return this.#bound === undefined ? headingHtml(this.#sheet) : '';
  }

  async #printSlice(): Promise<void> {
    const rows = this.#rows.slice(0, rowsPerSlice);
    const html = this.#document(
      this.#heading() + this.#table.table(rows, rowName) + rowFindersHtml(rows.length),
    );
    const printed = await readPrinted(await this.#print({ html, tagged: false }));
    const whole = findWholePages(printed, rows.length);
    this.#bound ??= await BoundPages.empty();
    await this.#bound.add(printed, whole.pages);
    this.#rows = this.#rows.slice(whole.rows);
  }

  async #stamp(bound: BoundPages): Promise<void> {
    const of = bound.count;
    for (let from = 1; from <= of; from += stampsPerSlice) {
      const until = Math.min(of, from + stampsPerSlice - 1);
      const html = this.#document(stampsHtml(this.#sheet, { from, until, of }));
      await bound.stamp(await readPrinted(await this.#print({ html, tagged: false })), from - 1);
    }
  }
}
