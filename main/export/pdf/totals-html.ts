import type { ExportLayout } from '#domain/export-spec';
import type { ExportSummary } from '#domain/export-summary';
import { escapeHtml, leftToRight } from './html-text';
import { amountText, groupDigits } from './pdf-cells';
import { pdfWording } from './pdf-wording';

/** What stands below the last link: how many there are of each currency, and what they add up to. Currencies are never added. */
export function totalsHtml(
  { language, amounts }: Pick<ExportLayout, 'language' | 'amounts'>,
  { sums }: Pick<ExportSummary, 'sums'>,
): string {
  const words = pdfWording[language];
  const rows = sums.map(({ currency, count, totalMinor }) => {
    const name = currency === '' ? escapeHtml(words.noAmount).text : escapeHtml(currency).text;
    const total = currency === '' ? '' : amountText(totalMinor, currency, amounts);
    return (
      `<tr><th scope="row"><bdi>${name}</bdi></th><td class="figure">${leftToRight(groupDigits(String(count)))}</td>` +
      `<td class="figure">${leftToRight(total)}</td></tr>`
    );
  });
  const headers = [words.currency, words.links, words.amount].map(
    (header, index) =>
      `<th scope="col"${index === 0 ? '' : ' class="figure"'}>${escapeHtml(header).text}</th>`,
  );
  return (
    `<section class="totals"><h2>${escapeHtml(words.totals).text}</h2>` +
    `<table class="sums"><thead><tr>${headers.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></section>`
  );
}
