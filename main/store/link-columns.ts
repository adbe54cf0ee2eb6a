import { exponentOf } from '#domain/currency';
import type { Money } from '#domain/money';
import type { LinkRow, PaymentLink } from '#domain/payment-link';

import { statusCodes, statusOfCode } from './link-status-code';
import { parseStoredJson, storedExtras } from './stored-json';

/** A link's values as the table holds them; the table is STRICT, so the types are SQLite's own promise. */
export interface LinkValues {
  readonly connection_id: string;
  readonly link_id: string;
  readonly reference: string;
  readonly status: number;
  readonly provider_status: string;
  readonly amount_minor: number | null;
  readonly currency: string | null;
  readonly customer_name: string | null;
  readonly customer_email: string | null;
  readonly order_text: string | null;
  readonly url: string | null;
  readonly created_at: number | null;
  readonly expires_at: number | null;
  readonly attempts: number | null;
  readonly checked_at: number;
  readonly tags: string | null;
  /** LinkExtras as JSON. */
  readonly extras: string | null;
}

export interface StoredLink extends LinkValues {
  readonly key: number;
}

/** The columns of a StoredLink, for SELECT. */
export const linkColumns = [
  'key',
  'connection_id',
  'link_id',
  'reference',
  'status',
  'provider_status',
  'amount_minor',
  'currency',
  'customer_name',
  'customer_email',
  'order_text',
  'url',
  'created_at',
  'expires_at',
  'attempts',
  'checked_at',
  'tags',
  'extras',
] as const satisfies readonly (keyof StoredLink)[];

/** The values of a link, plus the amount by which it is sorted. */
export function toValues(link: PaymentLink): LinkValues & { readonly amount_order: number | null } {
  return {
    connection_id: link.connectionId,
    link_id: link.linkId,
    reference: link.reference,
    status: statusCodes[link.status],
    provider_status: link.providerStatus,
    amount_minor: link.amount?.amountMinor ?? null,
    currency: link.amount?.currency ?? null,
    amount_order: link.amount === undefined ? null : amountOrder(link.amount),
    customer_name: link.customerName ?? null,
    customer_email: link.customerEmail ?? null,
    order_text: link.orderText ?? null,
    url: link.url ?? null,
    created_at: link.createdAt ?? null,
    expires_at: link.expiresAt ?? null,
    attempts: link.attempts ?? null,
    checked_at: link.checkedAt,
    tags: link.tags ?? null,
    extras: link.extras === undefined ? null : JSON.stringify(link.extras),
  };
}

/** The amount in major units, for ordering only: a quotient is not exact. */
export function amountOrder({ amountMinor, currency }: Money): number {
  return amountMinor / 10 ** (exponentOf(currency) ?? 0);
}

/** The link of a stored row; what is NULL is absent. */
export function toLink(row: LinkValues): PaymentLink {
  return {
    connectionId: row.connection_id,
    linkId: row.link_id,
    reference: row.reference,
    status: statusOfCode(row.status),
    providerStatus: row.provider_status,
    ...(row.amount_minor === null || row.currency === null
      ? {}
      : { amount: { amountMinor: row.amount_minor, currency: row.currency } }),
    ...(row.customer_name === null ? {} : { customerName: row.customer_name }),
    ...(row.customer_email === null ? {} : { customerEmail: row.customer_email }),
    ...(row.order_text === null ? {} : { orderText: row.order_text }),
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.created_at === null ? {} : { createdAt: row.created_at }),
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
    ...(row.attempts === null ? {} : { attempts: row.attempts }),
    checkedAt: row.checked_at,
    ...(row.tags === null ? {} : { tags: row.tags }),
    ...(row.extras === null ? {} : { extras: parseStoredJson(storedExtras, row.extras) }),
  };
}

/** A link with what this desk is doing with it. */
export interface StoredLinkRow extends StoredLink {
  readonly pending: 0 | 1;
  readonly conflict: 0 | 1;
  readonly duplicate: 0 | 1;
}

export function toLinkRow(row: StoredLinkRow): LinkRow {
  return {
    ...toLink(row),
    key: row.key,
    pending: row.pending === 1,
    conflict: row.conflict === 1,
    ...(row.duplicate === 1 ? { duplicate: true } : {}),
  };
}
