import type { LinkTotals } from '#contract/links';
import type { CurrencySum } from '#domain/link-filter';
import { linkStatuses, type LinkStatus } from '#domain/payment-link';

import { statusCodes } from '../link-status-code';
import type { Mask } from './filter-mask';
import type { LinkArrays } from './link-arrays';

/** The slots that pass, ascending, and how many links each status would have were none refused. */
export interface Hits {
  readonly slots: Int32Array<ArrayBuffer>;
  readonly byStatus: Float64Array;
}

interface Taking {
  /** 1 for each status that passes. */
  readonly allowed: Uint8Array;
  /** Ascending slots, where no other one can pass. */
  readonly among?: Int32Array | undefined;
}

/** Takes the statuses that are not allowed out of a mask, and lists what is left. */
export function takeHits({ status }: LinkArrays, mask: Mask, { allowed, among }: Taking): Hits {
  const byStatus = new Float64Array(linkStatuses.length);
  const size = among?.length ?? mask.length;
  // Each slot is written where the next hit belongs, and stays there only if it is one: without a branch it takes half as long.
  const slots = new Int32Array(size + 1);
  let found = 0;
  for (let index = 0; index < size; index++) {
    const slot = among === undefined ? index : (among[index] ?? 0);
    const code = status[slot] ?? 0;
    const passes = mask[slot] ?? 0;
    byStatus[code] = (byStatus[code] ?? 0) + passes;
    const isHit = passes & (allowed[code] ?? 0);
    mask[slot] = isHit;
    slots[found] = slot;
    found += isHit;
  }
  return { slots: slots.subarray(0, found), byStatus };
}

export function totalsOf(links: LinkArrays, { slots, byStatus }: Hits): LinkTotals {
  return {
    total: slots.length,
    sums: sumsOf(links, slots),
    byStatus: Object.fromEntries(
      linkStatuses.map((status) => [status, byStatus[statusCodes[status]] ?? 0]),
      // Every status is there.
    ) as Record<LinkStatus, number>,
  };
}

/** Below this the sum of two numbers is exact. What would pass it is carried, which few amounts ever are. */
const mostExact = 2 ** 52;

function sumsOf(links: LinkArrays, slots: Int32Array): readonly CurrencySum[] {
  const { currency, amountMinor, currencies } = links;
  const size = currencies.texts.length;
  const [counts, sums] = [new Float64Array(size), new Float64Array(size)];
  const carried = new Array<bigint>(size).fill(0n);
  for (const slot of slots) {
    const code = currency[slot] ?? 0;
    const amount = amountMinor[slot] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
    const sum = (sums[code] ?? 0) + amount;
    if (Math.abs(amount) < mostExact && Math.abs(sum) < mostExact) sums[code] = sum;
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
