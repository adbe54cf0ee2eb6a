import { exponentOf } from '#domain/currency';
import type { Instant } from '#domain/instant';
import type { GatewayLink } from './gateway-link';
import { arabicWords, englishWords } from './sample-people';
import { between, pick, pickWeighted, seededRandom } from './seeded-random';

const hourMs = 3_600_000;

const currencies = [
  ['KWD', 45],
  ['SAR', 20],
  ['AED', 13],
  ['USD', 12],
  ['BHD', 6],
  ['JPY', 4],
] as const;

/** What became of a link. `Lapsed` is an open one whose date has passed. */
const fates = [
  ['Open', 56],
  ['Lapsed', 20],
  ['Paid', 16],
  ['Closed', 8],
] as const;

type Fate = (typeof fates)[number][0];

/** Hours from now to the expiry: open links still have time, lapsed ones have not, the rest lie on both sides. */
const expiryHours: Readonly<Record<Fate, readonly [least: number, most: number]>> = {
  Open: [2, 60 * 24],
  Lapsed: [-90 * 24, -1],
  Paid: [-60 * 24, 30 * 24],
  Closed: [-60 * 24, 30 * 24],
};

/** What one major unit of a price is multiplied by, so that prices look alike in all currencies. */
const scaleOf: Readonly<Record<string, number>> = {
  KWD: 1,
  BHD: 1,
  USD: 3,
  CAD: 4,
  SAR: 12,
  AED: 12,
  JPY: 480,
};

/** An amount in minor units as shops ask for it. */
export function makeAmount(random: () => number, currency: string): number {
  const exponent = exponentOf(currency) ?? 2;
  // Mostly small orders, few large ones. Cards want the last of three decimals to be 0, so prices end in whole tens of fils.
  const hundredths = Math.round((1 + 1800 * random() ** 3) * (scaleOf[currency] ?? 1) * 100);
  return Math.max(1, Math.round(hundredths * 10 ** (exponent - 2)));
}

function makeDigits(random: () => number, count: number): string {
  return Array.from({ length: count }, () => between(random, 0, 9)).join('');
}

function makeCustomer(random: () => number) {
  const words = random() < 0.45 ? arabicWords : englishWords;
  const [first, firstAscii] = pick(random, words.firstNames);
  const [last, lastAscii] = pick(random, words.lastNames);
  return {
    customerName: `${first} ${last}`,
    customerEmail: `${firstAscii}.${lastAscii}${between(random, 1, 99)}@example.com`,
    orderText: pick(random, words.orders),
  };
}

/**
 * Seven digits that differ for every position below a million, keeping ids apart whatever the random digits are. The last is
 * never 0: an id that ends in zeros looks as if a spreadsheet had rounded it.
 */
function scatter(position: number): string {
  const mixed = (position * 7919 + 4409) % 1_000_000;
  return `${String(mixed).padStart(6, '0')}${String(1 + (position % 9))}`;
}

/** The id and the customer's page of a link. */
export function makeNames(random: () => number, position: number): Pick<GatewayLink, 'id' | 'url'> {
  const page = Array.from({ length: 16 }, () => between(random, 0, 15).toString(16)).join('');
  return {
    id: `18${makeDigits(random, 9)}${scatter(position)}`,
    url: `https://sbcheckout.payfort.com/${page}`,
  };
}

function makeLink(random: () => number, now: Instant, position: number): GatewayLink {
  const fate = pickWeighted(random, fates);
  const currency = pickWeighted(random, currencies);
  const [least, most] = expiryHours[fate];
  const second = Math.floor(now / 1000) * 1000;
  const expiresAt = second + between(random, least * 60, most * 60) * 60_000;
  const createdAt = Math.min(expiresAt, second) - between(random, 1, 45 * 24) * hourMs;
  return {
    id: `17${makeDigits(random, 9)}${scatter(position)}`,
    reference: `${pick(random, ['INV', 'SO', 'WEB', 'POS'])}-${String(100_000 + position)}`,
    amountMinor: makeAmount(random, currency),
    currency,
    status: fate === 'Lapsed' ? 'Open' : fate,
    createdAt,
    expiresAt,
    attempts: fate === 'Paid' ? between(random, 1, 4) : between(random, 0, 3),
    ...makeCustomer(random),
    url: `https://sbcheckout.payfort.com/${Array.from({ length: 16 }, () => between(random, 0, 15).toString(16)).join('')}`,
  };
}

/**
 * Makes the links of a practice account: mostly open, some lapsed, paid and closed, dates around `now`.
 *
 * The same seed gives the same ids, references, amounts and people; dates keep their distance from `now`.
 */
export function makeLinks(options: {
  readonly count: number;
  readonly seed: number;
  readonly now: Instant;
}): readonly GatewayLink[] {
  const random = seededRandom(options.seed);
  return Array.from({ length: options.count }, (_, position) => makeLink(random, options.now, position));
}
