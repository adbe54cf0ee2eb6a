import type { CurrencySum } from '#domain/link-filter';

import type { StatusHits } from './hits';
import type { LinkArrays } from './link-arrays';
import type { Mask } from './mask';

type Summed = Pick<LinkArrays, 'currency' | 'amountMinor' | 'currencies'>;

/** Counts and sums by the code of a currency. */
interface Tally {
  readonly counts: Int32Array;
  readonly sums: Float64Array;
  /** How often `part` is to be added to the sum. */
  readonly high: Float64Array;
}

function emptyTally(size: number): Tally {
  return { counts: new Int32Array(size), sums: new Float64Array(size), high: new Float64Array(size) };
}

/** The amounts of hits, added up by currency. */
export function currencySums(links: Summed, hits: StatusHits): readonly CurrencySum[] {
  const { texts } = links.currencies;
  const { counts, sums, high } = tallyOf(links, hits);
  const half = counts.length >> 1;
  const wholeOf = (code: number): bigint => BigInt(high[code] ?? 0) * BigInt(part) + BigInt(sums[code] ?? 0);
  return texts
    .map((currency, code) => ({
      currency,
      count: (counts[code] ?? 0) + (counts[half + code] ?? 0),
      totalMinor: String(wholeOf(code) + wholeOf(half + code)),
    }))
    .filter(({ count }, code) => code > 0 && count > 0)
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function tallyOf(links: Summed, hits: StatusHits): Tally {
  const size = links.currencies.texts.length * 2;
  const tally = emptyTally(size);
  if (hits.listed === undefined && addMask(tally, links, hits.mask) === 1) return tally;
  const exact = emptyTally(size);
  addSlots(exact, links, hits.slots);
  return exact;
}

/** Below this the sum of two amounts is exact. */
const mostExact = 2 ** 52;

/**
 * Adds what passes; answers 1, or 0 where a sum may not be exact. Everything is looked at, and added as nothing if it does not pass: that is
 * quicker than to tell them apart. Neighbours, which often have one currency, take turns in two halves, because additions to one
 * place wait for each other.
 */
function addMask({ counts, sums }: Tally, { currency, amountMinor }: Summed, mask: Mask): number {
  const half = counts.length >> 1;
  let isExact = 1;
  for (let slot = 0; slot < mask.length; slot++) {
    const passes = mask[slot] ?? 0;
    const place = (currency[slot] ?? 0) + (slot & 1) * half;
    const sum = (sums[place] ?? 0) + (amountMinor[slot] ?? 0) * passes;
    sums[place] = sum;
    counts[place] = (counts[place] ?? 0) + passes;
    isExact &= Number(Math.abs(sum) < mostExact);
  }
  return isExact;
}

/** Amounts are added in two parts where their sum could be too large: each part of 100 million amounts is exact. */
const part = 2 ** 26;

function addSlots({ counts, sums, high }: Tally, { currency, amountMinor }: Summed, slots: Int32Array): void {
  for (const slot of slots) {
    const code = currency[slot] ?? 0;
    const amount = amountMinor[slot] ?? 0;
    const parts = Math.floor(amount / part);
    counts[code] = (counts[code] ?? 0) + 1;
    high[code] = (high[code] ?? 0) + parts;
    sums[code] = (sums[code] ?? 0) + (amount - parts * part);
  }
}
