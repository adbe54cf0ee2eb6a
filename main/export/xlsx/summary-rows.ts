import type { ExportSummary, StatusSum } from '#domain/export-summary';
import { headerWithZone } from '#domain/header-zone';
import type { Instant } from '#domain/instant';
import type { CurrencySum } from '#domain/link-filter';
import { summaryWording } from '../summary-wording';
import { exportWording, type ExportLanguage } from '../wording';
import { columnLetters } from './column-letters';
import type { SheetCells } from './sheet-cells';

/** Widths of the columns of the summary, in characters. */
export const summaryWidths = [34, 34, 12, 22] as const;

type WriteCell = (place: string) => string;
type SummaryRow = readonly WriteCell[];

interface SummaryWork {
  readonly summary: ExportSummary;
  readonly language: ExportLanguage;
  readonly cells: SheetCells;
}

const blank: SummaryRow = [];

function createCellMakers(cells: SheetCells) {
  return {
    label:
      (value: string): WriteCell =>
      (place) =>
        cells.text(place, value, 'header'),
    text:
      (value: string): WriteCell =>
      (place) =>
        cells.text(place, value),
    whole:
      (value: number): WriteCell =>
      (place) =>
        cells.whole(place, value),
    amount:
      ({ totalMinor, currency }: CurrencySum): WriteCell =>
      (place) =>
        cells.amount(place, totalMinor, currency),
    instant:
      (at: Instant): WriteCell =>
      (place) =>
        cells.instant(place, at),
  };
}

/** What the file is about: a label and a value each. */
function factRows({ summary, language, cells }: SummaryWork): readonly SummaryRow[] {
  const words = summaryWording[language];
  const { label, text, whole, instant } = createCellMakers(cells);
  const inZone = (header: string) => label(headerWithZone(header, summary.zone));
  const { oldestCheckedAt } = summary;
  return [
    [label(words.rows), whole(summary.rows)],
    [label(words.scope), text(words.scopes[summary.scope])],
    [label(words.filter), text(summary.filterText === '' ? words.noFilter : summary.filterText)],
    [label(words.zone), text(summary.zone)],
    [inZone(words.createdAt), instant(summary.createdAt)],
    ...(oldestCheckedAt === undefined ? [] : [[inZone(words.oldestCheckedAt), instant(oldestCheckedAt)]]),
    [label(words.version), text(summary.version)],
    [label(words.dataSha256), text(summary.dataSha256)],
    [label(words.strippedCharacters), whole(summary.strippedCharacters)],
    [label(words.cutCells), whole(summary.cutCells ?? 0)],
  ];
}

/** Sums of each currency, and of each status and currency: never of several currencies together. */
function sumRows({ summary, language, cells }: SummaryWork): readonly SummaryRow[] {
  const words = summaryWording[language];
  const { statuses } = exportWording[language];
  const { label, text, whole, amount } = createCellMakers(cells);
  const currency = (sum: CurrencySum) => text(sum.currency === '' ? words.noCurrency : sum.currency);
  const total = (sum: CurrencySum) => (sum.currency === '' ? text('') : amount(sum));
  const ofStatus = (sum: StatusSum) => [
    text(statuses[sum.status]),
    currency(sum),
    whole(sum.count),
    total(sum),
  ];
  return [
    blank,
    [label(words.perCurrency), label(words.currency), label(words.count), label(words.total)],
    ...summary.sums.map((sum) => [text(''), currency(sum), whole(sum.count), total(sum)]),
    blank,
    [label(words.perStatus), label(words.currency), label(words.count), label(words.total)],
    ...summary.byStatus.map(ofStatus),
  ];
}

/** The rows of the sheet that ties the file to the links it was made of. */
export function summaryRows(work: SummaryWork): string {
  return [...factRows(work), ...sumRows(work)]
    .map((row, index) => {
      const number = String(index + 1);
      const written = row.map((write, column) => write(columnLetters(column) + number)).join('');
      return `<row r="${number}">${written}</row>`;
    })
    .join('');
}
