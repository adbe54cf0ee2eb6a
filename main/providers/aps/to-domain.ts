import { parseInstant, type Instant } from '#domain/instant';
import type { LinkDraft } from '#domain/link-draft';
import { parseMinor } from '#domain/money';
import { statusFromWord, type CheckedLink } from '#domain/payment-link';
import type { CheckedWire, CreatedWire } from './wire';

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

/** The link that a verified answer says was made: its names, and what was asked for, which no check would tell again. */
export function toCreatedLink(wire: CreatedWire, draft: LinkDraft, now: Instant): CheckedLink {
  const { reference, amount, expiresAt, customerEmail, customerName, orderText } = draft;
  const url = toLinkUrl(wire.payment_link);
  return {
    linkId: wire.payment_link_id,
    ...{ reference: reference.trim(), status: 'open', amount, createdAt: now, checkedAt: now },
    // The answer has no word for it.
    providerStatus: '',
    expiresAt: Math.floor(expiresAt / 1000) * 1000,
    ...(customerEmail === undefined ? {} : { customerEmail: customerEmail.trim() }),
    ...(customerName === undefined ? {} : { customerName: customerName.trim() }),
    ...(orderText === undefined ? {} : { orderText: orderText.trim() }),
    ...(url === undefined ? {} : { url }),
  };
}

/** The customer's page of an answer, if it is an https address. */
export function toLinkUrl(text: string | undefined): string | undefined {
  return text !== undefined && URL.canParse(text) && new URL(text).protocol === 'https:' ? text : undefined;
}
