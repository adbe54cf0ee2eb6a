import type { ExportColumn, ExportSpec } from '#domain/export-spec';
import type { Instant } from '#domain/instant';
import { createZoneClock } from '../files/zone-clock';
import { createAmountWriter } from './amount-writer';
import { at, type ExportRow } from '#domain/export-row';
import { exportWording } from './wording';

/** The text of one column for a row, before any file format has its say; empty when nothing is known. */
export type CellText = (row: ExportRow) => string;

/**
 * How each column's value is worded: amounts as plain decimals in major units (`1234.500`) or whole minor units, instants on the
 * zone's wall clock with their offset (`2026-11-20T18:04:05+03:00`), statuses in the file's language, ids as the digits they are.
 */
export function createCellTexts(
  { language, zone, amounts }: Pick<ExportSpec, 'language' | 'zone' | 'amounts'>,
  connectionName: (connectionId: string) => string,
): Readonly<Record<ExportColumn, CellText>> {
  const { statuses } = exportWording[language];
  const clock = createZoneClock(zone);
  const instant = (moment: Instant | null) => (moment === null ? '' : clock.format(moment));
  return {
    connection: (row) => connectionName(row[at.connectionId]),
    linkId: (row) => row[at.linkId],
    reference: (row) => row[at.reference],
    status: (row) => statuses[row[at.status]],
    providerStatus: (row) => row[at.providerStatus],
    amount: amounts === 'major' ? majorUnits() : minorUnits,
    currency: (row) => row[at.currency] ?? '',
    customerName: (row) => row[at.customerName] ?? '',
    customerEmail: (row) => row[at.customerEmail] ?? '',
    orderText: (row) => row[at.orderText] ?? '',
    createdAt: (row) => instant(row[at.createdAt]),
    expiresAt: (row) => instant(row[at.expiresAt]),
    attempts: (row) => String(row[at.attempts] ?? ''),
    url: (row) => row[at.url] ?? '',
    checkedAt: (row) => instant(row[at.checkedAt]),
  };
}

function majorUnits(): CellText {
  const write = createAmountWriter();
  return (row) => {
    const minor = row[at.amountMinor];
    const currency = row[at.currency];
    return minor === null || currency === null ? '' : write(minor, currency);
  };
}

const minorUnits: CellText = (row) => String(row[at.amountMinor] ?? '');
