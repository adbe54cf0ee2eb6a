import type { ExportColumn, ExportLayout } from '#domain/export-spec';
import { at } from '#domain/export-row';
import type { Instant } from '#domain/instant';
import { formatMinor } from '#domain/money';
import { createZoneClock } from '../../files/zone-clock';
import { createCellTexts, type CellText } from '../cell-texts';

/** The text of each column as a reader sees it. */
export type PdfCells = Readonly<Record<ExportColumn, CellText>>;

/** `1234567.500` as it is read: `1,234,567.500`. The digits are never made a number: a sum can pass 2^53. */
export function groupDigits(decimal: string): string {
  const [whole = '', ...decimals] = decimal.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.');
}

/** Minor units as the file writes amounts: with the currency's decimals, or as they are. Grouped either way. */
export function amountText(
  minor: number | string,
  currency: string,
  amounts: ExportLayout['amounts'],
): string {
  return groupDigits(amounts === 'major' ? formatMinor(minor, currency) : String(minor));
}

/**
 * Moments as a person reads them: `2026-11-20 18:04:05` on the zone's wall clock. Where clocks were put back an hour comes twice;
 * the second one carries its offset, so that a text always names one moment.
 */
export function createReadableClock(zone: string): (moment: Instant) => string {
  const clock = createZoneClock(zone);
  return (moment) => {
    const text = clock.format(moment);
    const wall = text.slice(0, -6);
    const first = clock.toInstant(Date.parse(`${wall}Z`));
    const isSecond = Math.floor(first / 1000) !== Math.floor(moment / 1000);
    return `${wall.replace('T', ' ')}${isSecond ? ` ${text.slice(-6)}` : ''}`;
  };
}

/** As in the other formats, but for dates, which are as people write them, and for amounts, which are grouped. */
export function createPdfCells(
  spec: Pick<ExportLayout, 'language' | 'zone' | 'amounts'>,
  connectionName: (connectionId: string) => string,
): PdfCells {
  const readable = createReadableClock(spec.zone);
  const moment = (value: Instant | null) => (value === null ? '' : readable(value));
  const texts = createCellTexts(spec, connectionName);
  return {
    ...texts,
    amount: (row) => groupDigits(texts.amount(row)),
    createdAt: (row) => moment(row[at.createdAt]),
    expiresAt: (row) => moment(row[at.expiresAt]),
    checkedAt: (row) => moment(row[at.checkedAt]),
  };
}
