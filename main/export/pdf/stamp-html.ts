import { runningFacts, type SheetFacts } from './heading-html';
import { escapeHtml, leftToRight } from './html-text';
import { pdfWording } from './pdf-wording';

/** A stretch of pages of a document, counted from 1. */
export interface PageStretch {
  readonly from: number;
  readonly until: number;
  readonly of: number;
}

/**
 * What is laid over finished pages, a sheet for each: the number out of all, known only when all are printed, and on every page but
 * the first, which says it at length, what the file is about.
 */
export function stampsHtml(sheet: SheetFacts, { from, until, of }: PageStretch): string {
  const words = pdfWording[sheet.spec.language];
  const facts = runningFacts(sheet).map(([, value]) => `<span>${value}</span>`);
  const running = `<p class="running"><b>${escapeHtml(words.title).text}</b>${facts.join('')}</p>`;
  let text = '<main class="stamps">';
  for (let page = from; page <= until; page += 1) {
    const number = leftToRight(`${String(page)} / ${String(of)}`);
    text += `<section>${page === 1 ? '' : running}<p class="number">${number}</p></section>`;
  }
  return `${text}</main>`;
}
