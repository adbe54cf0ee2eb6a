import type { ExportSheet } from '../export-sheet';
import { escapeHtml, isolated, leftToRight } from './html-text';
import { factsHtml, type Fact } from './page-html';
import { createReadableClock, groupDigits } from './pdf-cells';
import { pdfWording } from './pdf-wording';

export type SheetFacts = Pick<ExportSheet, 'spec' | 'total' | 'createdAt' | 'filterText'>;

/** What every page says of the file: which links, and as of when. */
export function runningFacts({ spec, filterText, createdAt }: SheetFacts): readonly Fact[] {
  const words = pdfWording[spec.language];
  return [
    [words.scope, escapeHtml(words.scopes[spec.scope]).text],
    ...(spec.scope === 'all' ? [] : [[words.filter, filterHtml(filterText, words.noFilter)] as const]),
    [words.createdAt, leftToRight(createReadableClock(spec.zone)(createdAt))],
    [words.zone, leftToRight(spec.zone)],
  ];
}

export function filterHtml(filterText: string, none: string): string {
  return filterText === '' ? escapeHtml(none).text : isolated(filterText);
}

/** What the first page begins with: the title, and what the file is about. */
export function headingHtml(sheet: SheetFacts): string {
  const { spec, total } = sheet;
  const words = pdfWording[spec.language];
  const [scope, ...facts] = runningFacts(sheet);
  const all: readonly Fact[] = [
    ...(scope === undefined ? [] : [scope]),
    [words.links, leftToRight(groupDigits(String(total)))],
    ...facts,
    ...(spec.amounts === 'minor' ? [[words.amounts, escapeHtml(words.minorUnits).text] as const] : []),
  ];
  return `<header class="heading"><h1>${escapeHtml(words.title).text}</h1>${factsHtml(all)}</header>`;
}
