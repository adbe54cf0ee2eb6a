import { formatInstant } from '#domain/instant';
import type { AhrvoLink } from './ahrvo-link';

/** What every link of an account has in common. */
export interface ViewFrame {
  readonly base: string;
  readonly applicationId: string;
}

function amountDetails({ amount, currency }: AhrvoLink) {
  return amount.type === 'FIXED'
    ? { amount_type: 'FIXED', total_amount: amount.total, currency, min_amount: null, max_amount: null }
    : {
        amount_type: 'MIN_MAX',
        total_amount: null,
        currency,
        min_amount: amount.min,
        max_amount: amount.max,
      };
}

function itemsOf({ items, amount, currency }: AhrvoLink, more: object) {
  const total = amount.type === 'FIXED' ? amount.total : amount.min;
  return items.map(({ name, quantity }) => ({
    ...{ name, quantity, ...more },
    price_details: { sale_amount: Math.floor(total / quantity), currency },
  }));
}

/** A link as a row of the list has it (sample of Ahrvo's list page). */
export function rowView(link: AhrvoLink, { base, applicationId }: ViewFrame) {
  const { id } = link;
  return {
    id,
    created_at: formatInstant(link.createdAt),
    updated_at: formatInstant(link.updatedAt),
    link_url: `https://forms.finix.com/payment-links/${id}`,
    link_expires_at: formatInstant(link.expiresAt),
    merchant_id: link.merchantId,
    application_id: applicationId,
    nickname: link.nickname,
    payment_frequency: 'ONE_TIME',
    is_multiple_use: link.isMultipleUse,
    state: link.state,
    allowed_payment_methods: link.methods,
    amount_details: amountDetails(link),
    items: itemsOf(link, {}),
    buyer_details: link.buyer,
    tags: link.tags,
    _links: { self: { href: `${base}/payment_links/${id}` } },
  };
}

/** A link as it is answered alone: with what rows leave out. */
export function wholeView(link: AhrvoLink, frame: ViewFrame) {
  return {
    ...rowView(link, frame),
    items: itemsOf(link, { description: '', image_details: null }),
    additional_details: { collect_name: true, collect_email: true, send_receipt: true },
    branding: { brand_color: '#153E90', accent_color: '#0E4AA3' },
    split_transfers: [],
  };
}

/** The same with numbers and booleans as text, as Finix's older reference prints them. */
export function inText(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(inText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inText(member)]));
}
