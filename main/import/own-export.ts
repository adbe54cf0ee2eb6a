import type { ColumnFacts } from '#domain/column-facts';
import { exportColumns } from '#domain/export-spec';
import { readHeaderZone } from '#domain/header-zone';
import { exportWording } from '../export/wording';

const wordings = Object.values(exportWording);
const wordLists = wordings.map(
  ({ headers, minorAmountHeader }) => new Set([...Object.values(headers), minorAmountHeader]),
);
const minorHeaders = new Set(wordings.map(({ minorAmountHeader }) => minorAmountHeader));
const amountHeaders = new Set(
  wordings.flatMap(({ headers, minorAmountHeader }) => [headers.amount, minorAmountHeader]),
);
const columnNames: ReadonlySet<string> = new Set(exportColumns);
const minorWords = /minor unit|\bfils\b|\bhalalas?\b|\bcents\b|\bbaisa\b|صغرى|فلس|هلل/i;

/** Whether a file is an export of ours: all of its headers are words of one language, or names of our XML elements. */
export function isOurExport(headers: readonly string[]): boolean {
  if (headers.length < 2) return false;
  return [...wordLists, columnNames].some((words) =>
    headers.every((header) => words.has(readHeaderZone(header).word)),
  );
}

/**
 * What a header says of the amounts below it. Our own exports write no thousands and say when they write minor units; in other
 * files only the latter is believed.
 */
export function toldByHeader(
  header: string,
  { amounts }: ColumnFacts,
  isOurs: boolean,
): Pick<ColumnFacts, 'told'> {
  if (isOurs && amountHeaders.has(header)) {
    const hasComma = amounts.comma + amounts.commaThree > 0;
    return { told: { decimal: hasComma ? ',' : '.', units: minorHeaders.has(header) ? 'minor' : 'major' } };
  }
  return minorWords.test(header) ? { told: { units: 'minor' } } : {};
}
