import { formatAmount, sameMoney } from '#domain/money';
import type { PaymentLink } from '#domain/payment-link';

import type { FieldDifference } from './store-api';

export type Merge =
  | { readonly kind: 'older' }
  /** Nothing but the time of the check is new. */
  | { readonly kind: 'unchanged'; readonly checkedAt: number }
  | {
      readonly kind: 'changed';
      readonly link: PaymentLink;
      /** What goes into the history; empty when only other fields changed. */
      readonly differences: readonly FieldDifference[];
    };

const optionalFields = [
  'amount',
  'customerName',
  'customerEmail',
  'orderText',
  'url',
  'createdAt',
  'expiresAt',
  'attempts',
  'tags',
  'extras',
] as const satisfies readonly (keyof PaymentLink)[];

/** Decides what becomes of a cached link when it is told anew: absent fields stay, an older answer changes nothing. */
export function mergeLink(cached: PaymentLink, told: PaymentLink): Merge {
  if (told.checkedAt < cached.checkedAt) return { kind: 'older' };
  const link = combine(cached, told);
  if (sameContent(cached, link)) return { kind: 'unchanged', checkedAt: told.checkedAt };
  return { kind: 'changed', link, differences: differencesOf(cached, link) };
}

function combine(cached: PaymentLink, told: PaymentLink): PaymentLink {
  const given = optionalFields.filter((field) => told[field] !== undefined);
  const link: PaymentLink = {
    ...cached,
    ...Object.fromEntries(given.map((field) => [field, told[field]])),
    // A file without a reference column tells an empty one.
    reference: told.reference === '' ? cached.reference : told.reference,
    status: told.status,
    providerStatus: told.providerStatus,
    checkedAt: told.checkedAt,
  };
  // Who tells "open" without an expiry has not judged the one we know; and the same word once more does not undo what the clock
  // made of it meanwhile.
  const isPast = (link.expiresAt ?? Infinity) <= told.checkedAt;
  const wasOverdue = cached.status === 'expired' && cached.providerStatus === told.providerStatus;
  const isOverdue = told.expiresAt === undefined && (isPast || wasOverdue);
  return link.status === 'open' && isOverdue ? { ...link, status: 'expired' } : link;
}

function sameContent(a: PaymentLink, b: PaymentLink): boolean {
  return (
    a.reference === b.reference &&
    a.status === b.status &&
    a.providerStatus === b.providerStatus &&
    optionalFields.every((field) => sameField(field, a, b))
  );
}

function sameField(field: (typeof optionalFields)[number], a: PaymentLink, b: PaymentLink): boolean {
  if (field === 'amount') return sameMoney(a.amount, b.amount);
  // Written by ourselves in one order: the same extras are the same text.
  if (field === 'extras') return JSON.stringify(a.extras) === JSON.stringify(b.extras);
  return a[field] === b[field];
}

/** The fields whose changes are kept, as plain values; an amount is its decimal text with its currency: `12.500 KWD`. */
function differencesOf(before: PaymentLink, after: PaymentLink): readonly FieldDifference[] {
  const money = ({ amount }: PaymentLink) =>
    amount === undefined ? null : `${formatAmount(amount)} ${amount.currency}`;
  const differences: readonly FieldDifference[] = [
    { field: 'status', before: before.status, after: after.status },
    { field: 'expiresAt', before: before.expiresAt ?? null, after: after.expiresAt ?? null },
    { field: 'amount', before: money(before), after: money(after) },
    { field: 'customerName', before: before.customerName ?? null, after: after.customerName ?? null },
    { field: 'orderText', before: before.orderText ?? null, after: after.orderText ?? null },
    { field: 'reference', before: before.reference, after: after.reference },
    { field: 'tags', before: before.tags ?? null, after: after.tags ?? null },
  ];
  return differences.filter((difference) => difference.before !== difference.after);
}
