import type { PDFDocument } from '@cantoo/pdf-lib';
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';

/** The name of a row by its place in its slice, to be found again in what is printed. */
export const rowName = (place: number): string => `row-${String(place)}`;

/**
 * What makes Chromium write down where each row was printed: it does so for all that a link of the page leads to, seen or not.
 */
export function rowFindersHtml(rows: number): string {
  let links = '';
  for (let place = 0; place < rows; place += 1) links += `<a href="#${rowName(place)}"></a>`;
  return `<div hidden="">${links}</div>`;
}

interface PlacedRow {
  readonly page: number;
  /** From the bottom of the sheet, in points. */
  readonly top: number;
}

/** Where the rows of a slice were printed, in their order; shorter than the slice where a row was not found. */
function placedRows(document: PDFDocument): readonly PlacedRow[] {
  const destinations = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const pages = new Map<PDFRef, number>(document.getPages().map(({ ref }, index) => [ref, index]));
  const placed: PlacedRow[] = [];
  for (;;) {
    const found = destinations?.lookupMaybe(PDFName.of(rowName(placed.length)), PDFArray);
    const page = pages.get(found?.get(0) as PDFRef);
    const top = found?.lookupMaybe(3, PDFNumber)?.asNumber();
    if (page === undefined || top === undefined) return placed;
    placed.push({ page, top });
  }
}

/** How much of a printed slice is whole pages. */
export interface WholePages {
  readonly pages: number;
  readonly rows: number;
}

/**
 * Tells the pages that are full from the last one, whose rows are better printed with those that follow: the pages of a file then
 * end where the paper does and not where a slice did. All pages count as full where that cannot be told, and where the last one
 * begins with the rest of a row that is longer than a page.
 */
export function findWholePages(document: PDFDocument, rows: number): WholePages {
  const all = { pages: document.getPageCount(), rows };
  const placed = placedRows(document);
  const last = all.pages - 1;
  const kept = placed.filter(({ page }) => page < last);
  const firstOfLast = placed[kept.length];
  if (placed.length !== rows || kept.length === 0 || firstOfLast?.page !== last) return all;
  const usualTop = Math.max(...placed.filter(({ page }) => page > 0).map(({ top }) => top));
  return firstOfLast.top < usualTop - 2 ? all : { pages: last, rows: kept.length };
}
