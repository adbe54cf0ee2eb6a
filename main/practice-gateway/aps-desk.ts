import { formatInstant, type Instant } from '#domain/instant';
import { isSignedBy, signatureOf, type ApsFields } from '../providers/aps/signature';
import { replyFields, type Refusal, type ReplyName } from './aps-replies';
import type { GatewayLink, LinkBook } from './gateway-link';
import type { PracticeCredentials } from './practice-account';
import { makeNames } from './make-links';
import { commandOf, judgeShape } from './request-rules';
import { seededRandom } from './seeded-random';

/** What the practice side of the wire works with. */
export interface ApsDesk {
  readonly account: PracticeCredentials;
  readonly book: LinkBook;
  readonly now: () => Instant;
  /** Refuses an update whose merchant reference was used before, as the manage page of the docs asks for. */
  readonly uniqueReferences: boolean;
}

/** Quirks of one answer that faults switch on. */
export interface AnswerQuirks {
  /** Answers an update with the status from before it, as the sample of the manage page does. */
  readonly staleEcho?: boolean;
  readonly wrongSignature?: boolean;
  /** Refuses what is otherwise in order. */
  readonly refuses?: ReplyName;
  /** Answers an update without doing it. */
  readonly ignores?: boolean;
}

const textFields: ReadonlySet<string> = new Set(['customer_name', 'order_description']);
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Repeats the request's fields; its texts come back HTML-encoded, as APS's own SDK logs show. */
function echoOf(fields: ApsFields): Record<string, string> {
  const echoed = Object.entries(fields).filter(([name]) => name !== 'signature');
  return Object.fromEntries(
    echoed.map(([name, value]) => [
      name,
      textFields.has(name) ? value.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign) : value,
    ]),
  );
}

/** Milliseconds of `YYYY-MM-DDTHH:mm:ss+HH:MM`; undefined for a date or time that does not exist. */
function expiryOf(text: string): Instant | undefined {
  const at = Date.parse(text);
  const wall = Date.parse(`${text.slice(0, 19)}Z`);
  const exists = !Number.isNaN(at) && new Date(wall).toISOString().slice(0, 19) === text.slice(0, 19);
  return exists ? at : undefined;
}

function judgeAccount(desk: ApsDesk, fields: ApsFields): Refusal | undefined {
  const { account } = desk;
  if (fields['access_code'] !== account.accessCode) return { reply: 'invalidAccessCode' };
  const merchant = fields['merchant_identifier'];
  if (merchant !== undefined && merchant !== account.merchantIdentifier) return { reply: 'invalidMerchant' };
  const isSigned = isSignedBy(fields, { shaType: account.shaType, phrase: account.requestPhrase });
  return isSigned ? undefined : { reply: 'signatureMismatch' };
}

/** The link a request names, by its id or else by the merchant's reference. */
export function findLink(desk: ApsDesk, fields: ApsFields): GatewayLink | undefined {
  const id = fields['payment_link_id'];
  return id === undefined ? desk.book.byReference(fields['merchant_reference'] ?? '') : desk.book.byId(id);
}

/** The link after an update, or why it is refused. */
function applyUpdate(desk: ApsDesk, link: GatewayLink, fields: ApsFields): GatewayLink | Refusal {
  const { payment_link_status: status, amount, currency, request_expiry_date: expiry } = fields;
  const expiresAt = expiry === undefined ? link.expiresAt : expiryOf(expiry);
  if (expiresAt === undefined) return { reply: 'invalidFormat', fields: ['request_expiry_date'] };
  if (expiry !== undefined && expiresAt <= desk.now()) return { reply: 'invalidExpiry' };
  if (link.status === 'Paid') return { reply: 'alreadyPaid' };
  if (currency !== undefined && currency !== link.currency) return { reply: 'invalidCurrency' };
  const isOpen = link.status === 'Open' && link.expiresAt > desk.now();
  const onlyOpens = [amount, expiry, fields['customer_name'], fields['order_description']].every(
    (value) => value === undefined,
  );
  if (status === 'Open' && isOpen && onlyOpens) return { reply: 'alreadyOpen' };
  return {
    ...link,
    expiresAt,
    status: status === 'Open' || status === 'Closed' ? status : link.status,
    amountMinor: amount === undefined ? link.amountMinor : Number(amount),
    customerName: fields['customer_name'] ?? link.customerName,
    orderText: fields['order_description'] ?? link.orderText,
  };
}

/** The documented fields of a check answer and no others: no customer, no order text, no creation date, no address. */
function checkAnswer(desk: ApsDesk, link: GatewayLink): Record<string, string> {
  return {
    query_command: 'CHECK_PAYMENT_LINK_STATUS',
    access_code: desk.account.accessCode,
    merchant_identifier: desk.account.merchantIdentifier,
    merchant_reference: link.reference,
    payment_link_id: link.id,
    payment_link_status: link.status,
    amount: String(link.amountMinor),
    currency: link.currency,
    request_expiry_date: formatInstant(link.expiresAt),
    user_attempts_count: String(link.attempts),
    language: 'en',
  };
}

type Outcome = {
  readonly reply: ReplyName;
  readonly fields?: readonly string[];
  readonly answer?: ApsFields;
};

function runUpdate(desk: ApsDesk, fields: ApsFields, quirks: AnswerQuirks): Outcome {
  const link = findLink(desk, fields);
  if (link === undefined) return { reply: 'unknownToUpdate' };
  const reference = fields['merchant_reference'];
  const named = fields['payment_link_id'] !== undefined && reference !== undefined;
  if (desk.uniqueReferences && named && !desk.book.claimReference(reference)) {
    return { reply: 'referenceExists' };
  }
  const after = applyUpdate(desk, link, fields);
  if ('reply' in after) return after;
  if (quirks.ignores !== true) desk.book.keep(after);
  const answer = {
    payment_link_id: link.id,
    payment_link_status: quirks.staleEcho === true ? link.status : after.status,
    payment_link: link.url,
  };
  return { reply: 'updated', answer };
}

function runCreate(desk: ApsDesk, fields: ApsFields, quirks: AnswerQuirks): Outcome {
  const expiresAt = expiryOf(fields['request_expiry_date'] ?? '');
  if (expiresAt === undefined) return { reply: 'invalidFormat', fields: ['request_expiry_date'] };
  if (expiresAt <= desk.now()) return { reply: 'invalidExpiry' };
  const { merchant_reference: reference = '', amount, currency = '' } = fields;
  if (!desk.book.claimReference(reference)) return { reply: 'referenceExists' };
  const position = desk.book.links().length;
  const names = makeNames(seededRandom(position), position);
  const link: GatewayLink = {
    ...{ ...names, reference, currency, expiresAt, amountMinor: Number(amount) },
    ...{ status: 'Open', attempts: 0, createdAt: Math.floor(desk.now() / 1000) * 1000 },
    customerName: fields['customer_name'] ?? '',
    customerEmail: fields['customer_email'] ?? '',
    orderText: fields['order_description'] ?? '',
  };
  if (quirks.ignores !== true) desk.book.add(link);
  return { reply: 'created', answer: { payment_link_id: link.id, payment_link: link.url } };
}

function run(desk: ApsDesk, request: ApsFields, quirks: AnswerQuirks): Outcome {
  const command = commandOf(request);
  if (typeof command !== 'string') return command;
  const refusal = judgeShape(command, request) ?? judgeAccount(desk, request);
  if (refusal !== undefined) return refusal;
  if (quirks.refuses !== undefined) return { reply: quirks.refuses };
  if (command === 'update') return runUpdate(desk, request, quirks);
  if (command === 'create') return runCreate(desk, request, quirks);
  const link = findLink(desk, request);
  return link === undefined
    ? { reply: 'unknownToCheck' }
    : { reply: 'checked', answer: checkAnswer(desk, link) };
}

/**
 * Signs an answer with the response phrase. An account nobody knows has no phrase, so its answers are signed with something
 * else and do not verify (inferred: show the code first, the signature second).
 */
function sign(desk: ApsDesk, answer: ApsFields, isGenuine: boolean): ApsFields {
  const { shaType, responsePhrase } = desk.account;
  const phrase = isGenuine ? responsePhrase : `not ${responsePhrase}`;
  return { ...answer, signature: signatureOf(answer, { shaType, phrase }) };
}

/** Answers one request as APS does: the request's fields repeated, what is asked for, code, text and signature. */
export function answerAps(desk: ApsDesk, request: ApsFields, quirks: AnswerQuirks = {}): ApsFields {
  const outcome = run(desk, request, quirks);
  const answer = {
    ...echoOf(request),
    ...outcome.answer,
    ...replyFields(outcome, request['language'] ?? 'en'),
  };
  const isUnknownAccount = outcome.reply === 'invalidAccessCode' || outcome.reply === 'invalidMerchant';
  return sign(desk, answer, !isUnknownAccount && quirks.wrongSignature !== true);
}
