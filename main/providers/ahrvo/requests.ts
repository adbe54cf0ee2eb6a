import { AppError } from '#domain/app-error';
import { formatInstant, type Instant } from '#domain/instant';
import type { LinkPatch } from '#domain/link-patch';
import { parseTags } from '#domain/link-tags';
import type { Letter } from '../http/courier';
import type { CreateRequest } from '../payment-provider';
import { linksPath } from './endpoints';
import type { PageQuery } from './place';

/** What a list is narrowed to. Only `merchant_id` is on Ahrvo's own page; the two moments are on Finix's. */
export interface ListFilter {
  readonly merchantId?: string | undefined;
  readonly updatedSince?: Instant | undefined;
  readonly createdSince?: Instant | undefined;
}

/** A moment as the list's filters take it, `2022-09-27T11:21:23` in UTC: the form of Finix's samples. */
function filterTime(at: Instant): string {
  return formatInstant(at).slice(0, -1);
}

/** Asks for a page of the list. */
export function listLetter(filter: ListFilter, query: PageQuery): Letter {
  const { updatedSince, createdSince } = filter;
  const values: Readonly<Record<string, string | undefined>> = {
    limit: String(query.limit),
    state: query.state,
    merchant_id: filter.merchantId,
    'updated_at.gte': updatedSince === undefined ? undefined : filterTime(updatedSince),
    'created_at.gte': createdSince === undefined ? undefined : filterTime(createdSince),
    after_cursor: query.cursor,
    offset: query.offset === undefined ? undefined : String(query.offset),
  };
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { method: 'GET', path: `${linksPath}?${new URLSearchParams(given).toString()}`, isWrite: false };
}

/** The path of one link; `provider/link-not-found` for an id that would lead elsewhere. */
function pathOf(linkId: string): string {
  // Dots are what a path takes for a way, and no escape keeps them from that.
  if (/^\.*$/.test(linkId)) throw new AppError('provider/link-not-found');
  return `${linksPath}/${encodeURIComponent(linkId)}`;
}

/** Asks for one link. */
export function checkLetter(linkId: string): Letter {
  return { method: 'GET', path: pathOf(linkId), isWrite: false };
}

const stateWords = { open: 'ACTIVE', closed: 'DEACTIVATED' } as const;

function refuse(field: string, message: string): AppError {
  return new AppError('provider/refused', { field, message });
}

/** Fields that the update page does not list: a link that changes in them has to be made anew. */
function refuseFixed(patch: LinkPatch): void {
  for (const field of ['expiresAt', 'amount', 'customerName', 'orderText'] as const) {
    if (patch[field] !== undefined) throw refuse(field, 'The provider does not change it.');
  }
}

/**
 * The part of a link that changes. Whether tags are replaced or merged is not documented, so that all the link is to have are sent.
 *
 * @throws AppError `provider/refused` for what the provider does not change, an empty nickname, or tags that are no tags.
 */
export function updateLetter(linkId: string, patch: LinkPatch): Letter {
  refuseFixed(patch);
  const { status, reference, tags } = patch;
  if (reference?.trim() === '') throw refuse('reference', 'The provider takes no empty text.');
  const read = tags === undefined ? undefined : parseTags(tags);
  if (read?.ok === false) throw refuse('tags', `Line ${String(read.line)} is no tag: ${read.problem}.`);
  const body = {
    ...(status === undefined ? {} : { state: stateWords[status] }),
    ...(reference === undefined ? {} : { nickname: reference.trim() }),
    ...(read === undefined ? {} : { tags: read.tags }),
  };
  return { method: 'PUT', path: pathOf(linkId), body: JSON.stringify(body), isWrite: true };
}

/** Whom links are made for, and how they can be paid. */
export interface Seller {
  readonly merchantId?: string | undefined;
  readonly applicationId?: string | undefined;
  readonly paymentMethods: readonly string[];
}

/** Under which tag a link carries the name that its request was given: no idempotency is documented for creating links. */
export const clientRefTag = 'client_ref';

const minuteMs = 60_000;

/** Rounded up: a customer has at least the time that was promised. */
function minutesUntil(expiresAt: Instant, now: Instant): number {
  return Math.ceil((expiresAt - now) / minuteMs);
}

/**
 * A new link for one payment of a fixed amount (create page of Ahrvo's docs; the expiry is Finix's).
 *
 * @throws AppError `provider/refused` without merchant and application, `provider/expiry-refused` for an expiry that has passed.
 */
export function createLetter({ draft, clientRef }: CreateRequest, seller: Seller, now: Instant): Letter {
  const { merchantId, applicationId, paymentMethods } = seller;
  if (merchantId === undefined || applicationId === undefined) {
    throw refuse('merchantId', 'The connection names no merchant and application.');
  }
  if (draft.expiresAt <= now) throw new AppError('provider/expiry-refused', { field: 'expiresAt' });
  const { amountMinor, currency } = draft.amount;
  const orderText = draft.orderText?.trim() ?? '';
  const item = { name: orderText, quantity: 1, price_details: { sale_amount: amountMinor, currency } };
  const body = {
    merchant_id: merchantId,
    application_id: applicationId,
    payment_frequency: 'ONE_TIME',
    is_multiple_use: false,
    nickname: draft.reference.trim(),
    allowed_payment_methods: paymentMethods,
    amount_details: { amount_type: 'FIXED', total_amount: amountMinor, currency },
    ...(orderText === '' ? {} : { items: [item] }),
    additional_details: { expiration_in_minutes: minutesUntil(draft.expiresAt, now) },
    tags: { [clientRefTag]: clientRef },
  };
  return { method: 'POST', path: linksPath, body: JSON.stringify(body), isWrite: true };
}
