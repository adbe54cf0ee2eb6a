import type { ExportRow } from '#domain/export-row';
import type { PaymentLink } from '#domain/payment-link';

/** A link as the store hands it to an export. */
export function toExportRow(link: PaymentLink): ExportRow {
  return [
    link.connectionId,
    link.linkId,
    link.reference,
    link.status,
    link.providerStatus,
    link.amount?.amountMinor ?? null,
    link.amount?.currency ?? null,
    link.customerName ?? null,
    link.customerEmail ?? null,
    link.orderText ?? null,
    link.createdAt ?? null,
    link.expiresAt ?? null,
    link.attempts ?? null,
    link.url ?? null,
    link.checkedAt,
  ];
}
