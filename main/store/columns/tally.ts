import type { LinkTotals } from '#contract/links';
import type { CurrencySum } from '#domain/link-filter';
import { linkStatuses, type LinkStatus } from '#domain/payment-link';

import { statusCodes } from '../link-status-code';
import type { StatusHits } from './hits';
import type { LinkArrays } from './link-arrays';

export function totalsOf(links: LinkArrays, { total, slots, byStatus }: StatusHits): LinkTotals {
  return {
    total,
    sums: sumsOf(links, slots),
    byStatus: Object.fromEntries(
      linkStatuses.map((status) => [status, byStatus[statusCodes[status]] ?? 0]),
      // Every status is there.
    ) as Record<LinkStatus, number>,
  };
}

/** Below this the sum of two amounts is exact. What would pass it is carried, which few amounts ever are. */
const mostExact = 2 ** 52;

function sumsOf(links: LinkArrays, slots: Int32Array): readonly CurrencySum[] {
  const { currency, amountMinor, currencies } = links;
  const size = currencies.texts.length;
  const [counts, sums] = [new Int32Array(size), new Float64Array(size)];
  const carried = new Array<bigint>(size).fill(0n);
  // An index: the array's iterator costs three times the addition.
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index] ?? 0;
    const code = currency[slot] ?? 0;
    const amount = amountMinor[slot] ?? 0;
    const sum = (sums[code] ?? 0) + amount;
    counts[code] = (counts[code] ?? 0) + 1;
    if (Math.abs(sum) < mostExact) sums[code] = sum;
    else carried[code] = (carried[code] ?? 0n) + BigInt(amount);
  }
  return currencies.texts
    .map((text, code) => ({
      currency: text,
      count: counts[code] ?? 0,
      totalMinor: String((carried[code] ?? 0n) + BigInt(sums[code] ?? 0)),
    }))
    .filter(({ count }, code) => code > 0 && count > 0)
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
