import { linkStatuses } from '#domain/payment-link';

import type { LinkArrays } from './link-arrays';
import { countCodes, countMask, slotsOfMask, type Mask } from './mask';

/** The links that pass a filter; what nobody asks for is not worked out. It holds until the links change. */
export interface Hits {
  readonly mask: Mask;
  readonly total: number;
  /** Ascending. */
  readonly slots: Int32Array<ArrayBuffer>;
}

/** Hits of a filter with statuses. */
export interface StatusHits extends Hits {
  /** Their slots, where these were known from the start. */
  readonly listed: Int32Array | undefined;
  /** How many links each status would have were none refused. */
  readonly byStatus: ArrayLike<number>;
}

interface Taking {
  /** 1 for each status that passes. */
  readonly allowed: Uint8Array;
  /** Ascending slots, where no other one can pass. */
  readonly among?: Int32Array | undefined;
}

/** Takes the statuses that are not allowed out of a mask, which is not to be used any more. */
export function takeHits({ status }: LinkArrays, passing: Mask, { allowed, among }: Taking): StatusHits {
  if (among !== undefined) return hitsAmong(among, { status, passing, allowed });
  if (allowed.every((one) => one === 1)) return new MaskHits(passing, { status, passing });
  return new MaskHits(allowedOf(passing, status, allowed), { status, passing });
}

function allowedOf(passing: Mask, status: Uint8Array, allowed: Uint8Array): Mask {
  const mask = new Uint8Array(passing.length);
  for (let slot = 0; slot < mask.length; slot++) {
    mask[slot] = (passing[slot] ?? 0) & (allowed[status[slot] ?? 0] ?? 0);
  }
  return mask;
}

/** Hits of a mask, of which so many pass. */
export function hitsOfMask(mask: Mask, total: number): Hits {
  let slots: Hits['slots'] | undefined;
  return {
    ...{ mask, total },
    get slots() {
      return (slots ??= slotsOfMask(mask, total));
    },
  };
}

/** Hits that are known one by one, of so many links. */
export function hitsOfSlots(slots: Int32Array<ArrayBuffer>, count: number): Hits {
  const mask = new Uint8Array(count);
  for (const slot of slots) mask[slot] = 1;
  return { mask, total: slots.length, slots };
}

interface Statuses {
  readonly status: Uint8Array;
  /** The links that pass whatever their status. */
  readonly passing: Mask;
}

class MaskHits implements StatusHits {
  readonly mask: Mask;
  readonly total: number;
  readonly listed = undefined;
  readonly #statuses: Statuses;
  #slots: Hits['slots'] | undefined;

  constructor(mask: Mask, statuses: Statuses) {
    this.mask = mask;
    this.total = countMask(mask);
    this.#statuses = statuses;
  }

  get slots(): Hits['slots'] {
    return (this.#slots ??= slotsOfMask(this.mask, this.total));
  }

  get byStatus(): ArrayLike<number> {
    return countCodes(this.#statuses.passing, this.#statuses.status, linkStatuses.length);
  }
}

/** Where they are few it is quicker to look at each than to go through all links. */
function hitsAmong(
  among: Int32Array,
  { status, passing: mask, allowed }: Statuses & Pick<Taking, 'allowed'>,
): StatusHits {
  const byStatus = new Int32Array(linkStatuses.length);
  const slots = new Int32Array(among.length);
  let total = 0;
  for (const slot of among) {
    if (mask[slot] !== 1) continue;
    const code = status[slot] ?? 0;
    byStatus[code] = (byStatus[code] ?? 0) + 1;
    if (allowed[code] === 1) slots[total++] = slot;
    else mask[slot] = 0;
  }
  const listed = slots.subarray(0, total);
  return { mask, total, slots: listed, listed, byStatus };
}
