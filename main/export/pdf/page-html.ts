import type { ExportLanguage } from '../wording';
import { escapeHtml } from './html-text';

/** A fact about the file: its name, and its value as HTML. */
export type Fact = readonly [name: string, valueHtml: string];

/** Fonts are found by the letters that are there; one that is named in the head is there when the page has loaded. */
const fonts: readonly { readonly file: string; readonly letters: RegExp }[] = [
  { file: 'inter-400.woff2', letters: /[\u0020-\u007e]/ },
  { file: 'inter-600.woff2', letters: /[\u0020-\u007e]/ },
  { file: 'inter-ext-400.woff2', letters: /[\u0100-\u02ba\u1e00-\u1eff]/ },
  { file: 'noto-arabic-400.woff2', letters: /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/ },
  { file: 'noto-arabic-600.woff2', letters: /[\u0600-\u06ff]/ },
];

/**
 * A document to be printed, in the words of one language. It is well-formed XML too, and has no style and no script of its own: the
 * policy it is served with allows neither.
 */
export function pageHtml(
  { language, title }: { readonly language: ExportLanguage; readonly title: string },
  body: string,
): string {
  const preloads = fonts
    .filter(({ letters }) => letters.test(body))
    .map(({ file }) => `<link rel="preload" as="font" type="font/woff2" crossorigin="" href="${file}"/>`);
  return (
    `<!DOCTYPE html>\n<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">` +
    `<head><meta charset="utf-8"/><title>${escapeHtml(title).text}</title>${preloads.join('')}` +
    `<link rel="stylesheet" href="print.css"/></head><body>${body}</body></html>`
  );
}

/** Facts as a list of names with their values. */
export function factsHtml(facts: readonly Fact[]): string {
  const items = facts.map(([name, value]) => `<div><dt>${escapeHtml(name).text}</dt><dd>${value}</dd></div>`);
  return `<dl class="facts">${items.join('')}</dl>`;
}
