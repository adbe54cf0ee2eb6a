import { AppError } from '#domain/app-error';
import { formatWithOffset } from '#domain/expiry';
import type { LinkDraft } from '#domain/link-draft';
import type { LinkPatch } from '#domain/link-patch';
import type { LinkName } from '../payment-provider';
import type { ApsFields } from './signature';

export type ApsLanguage = 'en' | 'ar';

/**
 * Which merchant reference goes with a link's id. APS's docs disagree: the update page asks for the original one, the manage
 * page for one that is unique per request while its own samples repeat theirs. The id alone names the link.
 */
export type ReferencePolicy = 'original' | 'fresh' | 'omit';

/** Who asks. */
export interface Merchant {
  readonly accessCode: string;
  readonly merchantIdentifier: string;
}

/** How an update is worded. */
export interface UpdateWording {
  readonly language: ApsLanguage;
  /** The expiry is written with this zone's offset. */
  readonly zone: string;
  /** The reference to send, if any. */
  readonly reference: string | undefined;
}

/**
 * Trims every value and leaves out what is empty. APS's clients disagree on how empty and untrimmed values are signed, so
 * none is ever sent; the result is both signed and sent.
 */
function cleaned(fields: Readonly<Record<string, string | undefined>>): ApsFields {
  const values = Object.entries(fields).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}

function merchantFields(merchant: Merchant) {
  return { access_code: merchant.accessCode, merchant_identifier: merchant.merchantIdentifier };
}

/** The fields that ask for one link by its id. The command has no language (check page of the docs). */
export function checkFields(merchant: Merchant, linkId: string, reference: string | undefined): ApsFields {
  return cleaned({
    query_command: 'CHECK_PAYMENT_LINK_STATUS',
    ...merchantFields(merchant),
    payment_link_id: linkId,
    merchant_reference: reference,
  });
}

/** The fields that ask for whatever link has a reference. */
export function checkByReferenceFields(merchant: Merchant, reference: string): ApsFields {
  return cleaned({
    query_command: 'CHECK_PAYMENT_LINK_STATUS',
    ...merchantFields(merchant),
    merchant_reference: reference,
  });
}

/** An emptied text cannot be expressed: it would be left out, and the answer would call that a success. */
function refuseEmptyTexts(patch: LinkPatch): void {
  for (const field of ['customerName', 'orderText'] as const) {
    if (patch[field]?.trim() === '') {
      throw new AppError('provider/refused', { field, message: 'The provider takes no empty text.' });
    }
  }
}

const statusWords = { open: 'Open', closed: 'Closed' } as const;

/**
 * The fields of an update: only documented ones, only those of the patch, an amount always with its currency.
 *
 * `order_description` is the create page's name for what the manage page calls order details: the update page's own row was
 * not available to us.
 *
 * @throws AppError `provider/refused` for a text that is empty.
 */
export function updateFields(
  merchant: Merchant,
  link: { readonly linkId: string; readonly patch: LinkPatch },
  wording: UpdateWording,
): ApsFields {
  const { status, expiresAt, amount, customerName, orderText } = link.patch;
  refuseEmptyTexts(link.patch);
  return cleaned({
    service_command: 'UPDATE_PAYMENT_LINK',
    ...merchantFields(merchant),
    language: wording.language,
    payment_link_id: link.linkId,
    merchant_reference: wording.reference,
    payment_link_status: status === undefined ? undefined : statusWords[status],
    request_expiry_date: expiresAt === undefined ? undefined : formatWithOffset(expiresAt, wording.zone),
    amount: amount === undefined ? undefined : String(amount.amountMinor),
    currency: amount?.currency,
    customer_name: customerName,
    order_description: orderText,
  });
}

/**
 * The fields that make a link (generate page of the docs); nobody is written to, the link comes with the answer.
 *
 * @throws AppError `provider/refused` without the e-mail address that APS asks for.
 */
export function createFields(
  merchant: Merchant,
  draft: LinkDraft,
  { language, zone }: Omit<UpdateWording, 'reference'>,
): ApsFields {
  if ((draft.customerEmail ?? '').trim() === '') {
    throw new AppError('provider/refused', { field: 'customerEmail', message: 'The provider needs it.' });
  }
  return cleaned({
    service_command: 'PAYMENT_LINK',
    ...merchantFields(merchant),
    language,
    merchant_reference: draft.reference,
    amount: String(draft.amount.amountMinor),
    currency: draft.amount.currency,
    customer_email: draft.customerEmail,
    request_expiry_date: formatWithOffset(draft.expiresAt, zone),
    notification_type: 'NONE',
    customer_name: draft.customerName,
    order_description: draft.orderText,
  });
}

/** A reference never used before, made from the original: at most 40 letters, digits, `-`, `_` and `.`. */
export function freshReference(original: string, at: number, draw: number): string {
  const stem = original.replace(/[^A-Za-z0-9._-]/g, '').slice(0, 20);
  const suffix = `${at.toString(36)}-${Math.floor(draw * 36 ** 6)
    .toString(36)
    .padStart(6, '0')}`;
  return stem === '' ? suffix : `${stem}-${suffix}`;
}

/** The reference that a policy sends with an update. */
export function referenceFor(
  policy: ReferencePolicy,
  name: LinkName,
  source: { readonly clock: () => number; readonly random: () => number },
): string | undefined {
  switch (policy) {
    case 'original':
      return name.reference;
    case 'fresh':
      return freshReference(name.reference, source.clock(), source.random());
    case 'omit':
      return undefined;
  }
}
