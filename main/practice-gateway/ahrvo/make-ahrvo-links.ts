import type { Instant } from '#domain/instant';
import type { GatewayLink } from '../gateway-link';
import { makeAmount } from '../make-links';
import { arabicWords, englishWords } from '../sample-people';
import { between, pick, pickWeighted, seededRandom } from '../seeded-random';
import { makeWord, type AhrvoAccount } from './ahrvo-account';
import type { AhrvoLink } from './ahrvo-link';

const dayMs = 86_400_000;
/** Links expire six months after creation by default (list page of Ahrvo's docs). */
export const usualLifeMs = 183 * dayMs;
const spanMs = 300 * dayMs;

const currencies = [
  ['USD', 60],
  ['CAD', 18],
  ['KWD', 8],
  ['SAR', 7],
  ['AED', 7],
] as const;

const fates = [
  ['open', 56],
  ['paid', 36],
  ['closed', 8],
] as const;

/** How the links of an account are made. */
export interface LinkRecipe {
  readonly count: number;
  readonly seed: number;
  readonly madeAt: Instant;
  readonly account: AhrvoAccount;
  /** Open links of the other provider that ask for the same money under the same reference as one of these. */
  readonly twins: readonly GatewayLink[];
}

/** The part of a link that lists are filtered by. */
export type LinkFacts = Pick<
  AhrvoLink,
  'createdAt' | 'updatedAt' | 'expiresAt' | 'state' | 'merchantId' | 'isMultipleUse'
>;

const wholeSecond = (at: Instant) => Math.floor(at / 1000) * 1000;
const mixed = (seed: number, slot: number) =>
  Math.imul(slot + 1, 0x9e3779b1) ^ Math.imul(seed + 7, 0x85ebca6b);

/** Twins lie among the newest links, a few others between them. */
function twinAt({ count, twins }: LinkRecipe, slot: number): GatewayLink | undefined {
  const place = count - 1 - slot;
  const gap = count >= twins.length * 3 ? 3 : 1;
  return place % gap === 0 ? twins[place / gap] : undefined;
}

/** The facts of the link in a slot; slot 0 is the oldest. The same recipe gives the same facts, in whichever order they are asked for. */
export function factsAt(recipe: LinkRecipe, slot: number): LinkFacts {
  const { count, seed, madeAt, account } = recipe;
  const random = seededRandom(mixed(seed, slot));
  const stepMs = spanMs / count;
  const createdAt = wholeSecond(madeAt - (count - slot) * stepMs + random() * Math.max(0, stepMs - 1000));
  const twin = twinAt(recipe, slot);
  const lifeMs = random() < 0.6 ? usualLifeMs : between(random, 7, 60) * dayMs;
  const expiresAt = wholeSecond(twin?.expiresAt ?? createdAt + lifeMs);
  const isMultipleUse = twin === undefined && random() < 0.06;
  const fate = twin === undefined ? pickWeighted(random, fates) : 'open';
  const touchedAt = wholeSecond(createdAt + random() * Math.min(10 * dayMs, madeAt - createdAt));
  const merchantId = twin === undefined && random() < 0.05 ? account.otherMerchantId : account.merchantId;
  const facts = { createdAt, expiresAt, isMultipleUse, merchantId };
  if (fate === 'paid' && !isMultipleUse) return { ...facts, state: 'COMPLETED', updatedAt: touchedAt };
  if (fate === 'closed') return { ...facts, state: 'DEACTIVATED', updatedAt: touchedAt };
  if (expiresAt <= madeAt) return { ...facts, state: 'EXPIRED', updatedAt: expiresAt };
  return { ...facts, state: 'ACTIVE', updatedAt: random() < 0.2 ? touchedAt : createdAt };
}

/** Five letters for the slot after sixteen of chance: the slot is found again from the id. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const veil = 0x155a5a5;

function idAt(random: () => number, slot: number): string {
  const veiled = slot ^ veil;
  const tail = [20, 15, 10, 5, 0].map((shift) => digits[(veiled >>> shift) & 31]);
  return `PL${makeWord(random, 16)}${tail.join('')}`;
}

/** The slot that an id would have. */
export function slotOfId(id: string): number {
  const values = [...id.slice(-5)].map((digit) => digits.indexOf(digit));
  return values.includes(-1) ? -1 : values.reduce((value, digit) => value * 32 + digit, 0) ^ veil;
}

function makeBuyer(random: () => number) {
  const words = random() < 0.3 ? arabicWords : englishWords;
  const [first, firstAscii] = pick(random, words.firstNames);
  const [last, lastAscii] = pick(random, words.lastNames);
  const email = `${firstAscii}.${lastAscii}${String(between(random, 1, 99))}@example.com`;
  const buyer =
    random() < 0.7 ? { name: `${first} ${last}`, email } : { first_name: first, last_name: last, email };
  return { words, name: `${first} ${last}`, buyer: random() < 0.75 ? buyer : null };
}

function makeNickname(random: () => number, slot: number, buyerName: string): string {
  const number = String(10_000 + slot);
  return pickWeighted(random, [
    [`Invoice #${number}`, 40],
    [`INV-2026-${number}`, 30],
    [`Deposit ${number} - ${buyerName}`, 15],
    [`فاتورة ${number}`, 15],
  ]);
}

function makePrice(random: () => number): Pick<AhrvoLink, 'amount' | 'currency'> {
  const currency = pickWeighted(random, currencies);
  const total = makeAmount(random, currency);
  const isChosen = random() < 0.04;
  return {
    currency,
    amount: isChosen ? { type: 'MIN_MAX', min: total, max: total * 10 } : { type: 'FIXED', total },
  };
}

function makeTags(random: () => number, slot: number): Record<string, string> {
  const draw = random();
  if (draw < 0.35) return { invoice_number: String(10_000 + slot) };
  return draw < 0.5 ? { campaign: 'annual_fund', team: 'الكويت' } : {};
}

/** The link in a slot, whole. */
export function linkOf(recipe: LinkRecipe, slot: number): AhrvoLink {
  const random = seededRandom(mixed(recipe.seed ^ 0x11ae, slot));
  const id = idAt(random, slot);
  const { words, name, buyer } = makeBuyer(random);
  const link: AhrvoLink = {
    id,
    ...factsAt(recipe, slot),
    nickname: makeNickname(random, slot, name),
    methods: random() < 0.7 ? ['PAYMENT_CARD'] : ['PAYMENT_CARD', 'BANK_ACCOUNT'],
    ...makePrice(random),
    items: random() < 0.8 ? [{ name: pick(random, words.orders), quantity: between(random, 1, 3) }] : [],
    buyer,
    tags: makeTags(random, slot),
  };
  const twin = twinAt(recipe, slot);
  if (twin === undefined) return link;
  const { reference: nickname, currency, amountMinor: total } = twin;
  const who = { name: twin.customerName, email: twin.customerEmail };
  return { ...link, nickname, currency, amount: { type: 'FIXED', total }, buyer: who };
}
