import type { ExportLayout } from '#domain/export-spec';
import type { ExportSummary } from '#domain/export-summary';
import { linkStatuses, type LinkStatus } from '#domain/payment-link';
import { exportWording } from '../wording';
import { filterHtml } from './heading-html';
import { escapeHtml, leftToRight } from './html-text';
import { factsHtml, type Fact } from './page-html';
import { amountText, createReadableClock, groupDigits } from './pdf-cells';
import { pdfWording } from './pdf-wording';

type Layout = Pick<ExportLayout, 'language' | 'amounts'>;

function factsOf({ language, amounts }: Layout, summary: ExportSummary): readonly Fact[] {
  const words = pdfWording[language];
  const readable = createReadableClock(summary.zone);
  const { oldestCheckedAt, filterText, scope, strippedCharacters } = summary;
  return [
    [words.scope, escapeHtml(words.scopes[scope]).text],
    ...(scope === 'all' ? [] : [[words.filter, filterHtml(filterText, words.noFilter)] as const]),
    [words.links, leftToRight(groupDigits(String(summary.rows)))],
    [words.zone, leftToRight(summary.zone)],
    [words.createdAt, leftToRight(readable(summary.createdAt))],
    ...(oldestCheckedAt === undefined
      ? []
      : [[words.oldestCheckedAt, leftToRight(readable(oldestCheckedAt))] as const]),
    ...(amounts === 'minor' ? [[words.amounts, escapeHtml(words.minorUnits).text] as const] : []),
    [words.writtenBy, leftToRight(`Payment Link Desk ${summary.version}`)],
    ...(strippedCharacters === 0
      ? []
      : [[words.strippedCharacters, leftToRight(groupDigits(String(strippedCharacters)))] as const]),
  ];
}

/** Sums of one currency by status; the last one is of all of them. */
interface CurrencyLine {
  readonly currency: string;
  readonly cells: readonly { readonly count: number; readonly totalMinor: string }[];
}

const nothing = { count: 0, totalMinor: '0' };

function linesOf(
  { sums, byStatus }: ExportSummary,
  statuses: readonly LinkStatus[],
): readonly CurrencyLine[] {
  return sums.map((total) => {
    const { currency } = total;
    const ofStatus = (status: LinkStatus) =>
      byStatus.find((sum) => sum.status === status && sum.currency === currency) ?? nothing;
    return { currency, cells: [...statuses.map(ofStatus), total] };
  });
}

function cellHtml(
  currency: string,
  amounts: Layout['amounts'],
  { count, totalMinor }: CurrencyLine['cells'][number],
) {
  if (count === 0) return '<td class="figure none">–</td><td></td>';
  const total = currency === '' ? '' : amountText(totalMinor, currency, amounts);
  return `<td class="figure">${leftToRight(groupDigits(String(count)))}</td><td class="figure">${leftToRight(total)}</td>`;
}

function statusTable({ language, amounts }: Layout, summary: ExportSummary): string {
  const words = pdfWording[language];
  const { statuses: names } = exportWording[language];
  const statuses = linkStatuses.filter((status) => summary.byStatus.some((sum) => sum.status === status));
  const lines = linesOf(summary, statuses);
  const groups = [...statuses.map((status) => names[status]), words.allStatuses];
  const heads = groups.map((name) => `<th scope="colgroup" colspan="2">${escapeHtml(name).text}</th>`);
  const subheads = groups.map(
    () =>
      `<th scope="col" class="figure">${escapeHtml(words.links).text}</th>` +
      `<th scope="col" class="figure">${escapeHtml(words.amount).text}</th>`,
  );
  const rows = lines.map(({ currency, cells }) => {
    const name = currency === '' ? words.noAmount : currency;
    const figures = cells.map((cell) => cellHtml(currency, amounts, cell)).join('');
    return `<tr><th scope="row"><bdi>${escapeHtml(name).text}</bdi></th>${figures}</tr>`;
  });
  const counts = groups.map((_name, index) =>
    groupDigits(String(lines.reduce((count, { cells }) => count + (cells[index]?.count ?? 0), 0))),
  );
  const foot = counts.map((count) => `<td class="figure">${leftToRight(count)}</td><td></td>`).join('');
  return (
    `<table class="matrix"><thead><tr><th scope="col" rowspan="2">${escapeHtml(words.currency).text}</th>` +
    `${heads.join('')}</tr><tr>${subheads.join('')}</tr></thead><tbody>${rows.join('')}` +
    `<tr class="all"><th scope="row">${escapeHtml(words.allCurrencies).text}</th>${foot}</tr></tbody></table>`
  );
}

/** The last page: what ties the file to its links. */
export function summaryHtml(layout: Layout, summary: ExportSummary): string {
  const words = pdfWording[layout.language];
  return (
    `<section class="summary"><h1>${escapeHtml(words.summary).text}</h1>${factsHtml(factsOf(layout, summary))}` +
    `<h2>${escapeHtml(words.byStatus).text}</h2>${statusTable(layout, summary)}` +
    `<h2>${escapeHtml(words.dataSha256).text}</h2><p class="hash"><bdi dir="ltr">${escapeHtml(summary.dataSha256).text}</bdi></p>` +
    `<p class="note">${escapeHtml(words.dataNote).text}</p></section>`
  );
}
