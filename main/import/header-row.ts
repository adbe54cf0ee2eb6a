import { guessImportMap } from '#domain/import-map';
import { toAsciiNumber } from '#domain/money';
import type { ImportRecord } from './record-reader';

/** A header row is looked for among so many records. */
export const HEADER_SEARCH_ROWS = 30;

const LEAST_KNOWN = 2;

const isFilled = (cell: string) => cell.trim() !== '';
const isFigures = (cell: string) => /^[-+]?[\d.,:/\s-]+$/.test(toAsciiNumber(cell));

/** The most usual number of filled cells. */
function usualWidth(records: readonly ImportRecord[]): number {
  const widths = records.map(({ cells }) => cells.filter(isFilled).length).sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

/**
 * Which of the first records holds the headers: the one with most headers that are known, else the first that is as wide as the
 * rows below and holds words only, else the first. Titles and notes above it are narrower or unknown.
 */
export function findHeaderRow(records: readonly ImportRecord[]): number {
  const known = records.map(({ cells }) => Object.keys(guessImportMap(cells)).length);
  const most = Math.max(0, ...known);
  if (most >= LEAST_KNOWN) return known.indexOf(most);
  const width = usualWidth(records);
  const found = records.findIndex(({ cells }) => {
    const filled = cells.filter(isFilled);
    return filled.length >= width && !filled.some(isFigures);
  });
  return Math.max(0, found);
}
