import { parseInstant, type Instant } from '#domain/instant';
import { parseMinor } from '#domain/money';
import { statusFromWord, type CheckedLink } from '#domain/payment-link';
import type { CheckedWire } from './wire';

function countOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** The link of a verified check. A field that is missing or not readable is absent, and the rest stays useful. */
export function toCheckedLink(wire: CheckedWire, reference: string, now: Instant): CheckedLink {
  const { amount, currency, request_expiry_date: expiry } = wire;
  const expiresAt = expiry === undefined ? undefined : parseInstant(expiry);
  const isCurrency = currency !== undefined && /^[A-Z]{3}$/.test(currency);
  const money = amount !== undefined && isCurrency ? parseMinor(amount, currency) : undefined;
  const attempts = countOf(wire.user_attempts_count);
  return {
    linkId: wire.payment_link_id,
    reference: wire.merchant_reference ?? reference,
    status: statusFromWord(wire.payment_link_status, expiresAt, now),
    providerStatus: wire.payment_link_status,
    checkedAt: now,
    ...(money === undefined ? {} : { amount: money }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(attempts === undefined ? {} : { attempts }),
  };
}

/** The customer's page of an answer, if it is an https address. */
export function toLinkUrl(text: string | undefined): string | undefined {
  return text !== undefined && URL.canParse(text) && new URL(text).protocol === 'https:' ? text : undefined;
}
