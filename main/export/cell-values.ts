import type { ExportColumn, ExportSpec } from '#domain/export-spec';
import type { Instant } from '#domain/instant';
import { formatMinor } from '#domain/money';
import type { Money } from '#domain/money';
import type { LinkRow } from '#domain/payment-link';
import { createZoneClock } from '../files/zone-clock';
import type { RowSource } from './row-source';
import { exportWording } from './wording';

/** The text of one column for a row, before any file format has its say; empty when nothing is known. */
export type CellValue = (row: LinkRow) => string;

/**
 * How each column's value is worded: amounts as plain decimals in major units (`1234.500`) or whole minor units, instants on the
 * zone's wall clock with their offset (`2026-11-20T18:04:05+03:00`), statuses in the file's language, ids as the digits they are.
 */
export function cellValues(
  spec: ExportSpec,
  connectionName: RowSource['connectionName'],
): Readonly<Record<ExportColumn, CellValue>> {
  const { statuses } = exportWording[spec.language];
  const clock = createZoneClock(spec.zone);
  const instant = (at: Instant | undefined) => (at === undefined ? '' : clock.format(at));
  return {
    connection: (row) => connectionName(row.connectionId),
    linkId: (row) => row.linkId,
    reference: (row) => row.reference,
    status: (row) => statuses[row.status],
    providerStatus: (row) => row.providerStatus,
    amount: spec.amounts === 'major' ? (row) => majorUnits(row.amount) : (row) => minorUnits(row.amount),
    currency: (row) => row.amount?.currency ?? '',
    customerName: (row) => row.customerName ?? '',
    customerEmail: (row) => row.customerEmail ?? '',
    orderText: (row) => row.orderText ?? '',
    createdAt: (row) => instant(row.createdAt),
    expiresAt: (row) => instant(row.expiresAt),
    attempts: (row) => (row.attempts === undefined ? '' : String(row.attempts)),
    url: (row) => row.url ?? '',
    checkedAt: (row) => instant(row.checkedAt),
  };
}

function majorUnits(amount: Money | undefined): string {
  return amount === undefined ? '' : formatMinor(amount.amountMinor, amount.currency);
}

function minorUnits(amount: Money | undefined): string {
  return amount === undefined ? '' : String(amount.amountMinor);
}
