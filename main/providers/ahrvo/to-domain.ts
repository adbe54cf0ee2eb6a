import { parseInstant, type Instant } from '#domain/instant';
import { formatTags } from '#domain/link-tags';
import type { Money } from '#domain/money';
import type { CheckedLink, LinkExtras, LinkStatus } from '#domain/payment-link';
import type { LinkWire } from './wire';

const longestOrderText = 250;

/** Reads an ISO 8601 time as both pages print it; one that names no zone is UTC, as all of theirs are. */
export function instantOf(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`;
  return parseInstant(zoned.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}

/** Our status for a state (Ahrvo's list page). A link past its expiry is expired whether or not its state says so already. */
function statusOf(state: string, expiresAt: Instant | undefined, now: Instant): LinkStatus {
  switch (state.trim().toUpperCase()) {
    case 'ACTIVE':
      return expiresAt !== undefined && expiresAt <= now ? 'expired' : 'open';
    case 'DEACTIVATED':
      return 'closed';
    case 'COMPLETED':
      return 'paid';
    case 'EXPIRED':
      return 'expired';
    default:
      return 'unknown';
  }
}

function currencyOf({ amount_details: details }: LinkWire): string | undefined {
  const currency = details?.currency?.toUpperCase() ?? '';
  return /^[A-Z]{3}$/.test(currency) ? currency : undefined;
}

function hasRange({ amount_details: details }: LinkWire): boolean {
  const type = details?.amount_type?.toUpperCase() ?? 'FIXED';
  return (
    type !== 'FIXED' && (type === 'MIN_MAX' || type === 'VARIABLE' || details?.total_amount === undefined)
  );
}

function amountOf(wire: LinkWire): Money | undefined {
  const currency = currencyOf(wire);
  const amountMinor = wire.amount_details?.total_amount;
  if (hasRange(wire) || currency === undefined || amountMinor === undefined) return undefined;
  return { amountMinor, currency };
}

function rangeOf(wire: LinkWire): LinkExtras['amountRange'] {
  const currency = currencyOf(wire);
  if (!hasRange(wire) || currency === undefined) return undefined;
  const { min_amount: minMinor, max_amount: maxMinor } = wire.amount_details ?? {};
  return {
    currency,
    ...(minMinor === undefined ? {} : { minMinor }),
    ...(maxMinor === undefined ? {} : { maxMinor }),
  };
}

/** What is sold, in one line: `2 × Premium Widget, Delivery`. */
function orderTextOf({ items = [] }: LinkWire): string | undefined {
  const named = items.flatMap((item) => (item?.name?.trim() ? [{ ...item, name: item.name.trim() }] : []));
  const text = named.map(({ name, quantity = 1 }) =>
    quantity === 1 ? name : `${String(quantity)} × ${name}`,
  );
  const characters = [...text.join(', ')];
  if (characters.length === 0) return undefined;
  if (characters.length <= longestOrderText) return characters.join('');
  return `${characters.slice(0, longestOrderText - 1).join('')}…`;
}

function buyerOf({ buyer_details: buyer }: LinkWire) {
  const words = (parts: readonly (string | undefined)[]) =>
    parts
      .map((part) => part?.trim() ?? '')
      .filter((part) => part !== '')
      .join(' ');
  const name = words([buyer?.name]);
  const customerName = name === '' ? words([buyer?.first_name, buyer?.last_name]) : name;
  const customerEmail = words([buyer?.email]);
  return {
    ...(customerName === '' ? {} : { customerName }),
    ...(customerEmail === '' ? {} : { customerEmail }),
  };
}

function valueOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

/** Tags without a value stand for nothing, and text cannot hold them. */
function tagsOf(tags: Exclude<LinkWire['tags'], undefined>): string {
  const pairs = Object.entries(tags ?? {}).map(([key, value]) => [key, valueOf(value)] as const);
  return formatTags(
    Object.fromEntries(pairs.filter(([key, value]) => key.trim() !== '' && value.trim() !== '')),
  );
}

function urlOf(text: string | undefined): string | undefined {
  return text !== undefined && URL.canParse(text) && new URL(text).protocol === 'https:' ? text : undefined;
}

function extrasOf(wire: LinkWire): LinkExtras {
  const updatedAt = instantOf(wire.updated_at);
  const amountRange = rangeOf(wire);
  return {
    ...(amountRange === undefined ? {} : { amountRange }),
    ...(wire.is_multiple_use === undefined ? {} : { isMultipleUse: wire.is_multiple_use }),
    ...(wire.payment_frequency === undefined ? {} : { frequency: wire.payment_frequency }),
    ...(wire.merchant_id === undefined ? {} : { merchantId: wire.merchant_id }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
}

/** When an answer was asked for, and what the time is now. */
export interface Asked {
  /** An answer is at least as new as its question; how much newer a slow one is nobody knows. */
  readonly askedAt: Instant;
  readonly now: Instant;
}

/** The link of an answer. A field that is missing or not readable is absent, and the rest stays useful. */
export function toCheckedLink(wire: LinkWire, { askedAt, now }: Asked): CheckedLink {
  const expiresAt = instantOf(wire.link_expires_at);
  const createdAt = instantOf(wire.created_at);
  const [amount, orderText, url] = [amountOf(wire), orderTextOf(wire), urlOf(wire.link_url)];
  return {
    linkId: wire.id,
    reference: wire.nickname ?? '',
    status: statusOf(wire.state ?? '', expiresAt, now),
    providerStatus: wire.state ?? '',
    checkedAt: askedAt,
    ...(amount === undefined ? {} : { amount }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(orderText === undefined ? {} : { orderText }),
    ...(url === undefined ? {} : { url }),
    ...(wire.tags === undefined ? {} : { tags: tagsOf(wire.tags) }),
    ...buyerOf(wire),
    extras: extrasOf(wire),
  };
}
