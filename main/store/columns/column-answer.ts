import type { LinkTotals } from '#contract/links';

import { firstSlots } from './first-slots';
import { totalsOf } from './hit-totals';
import type { StatusHits } from './hits';
import type { LinkArrays } from './link-arrays';
import { orderSlots, type Sorting } from './order-slots';

/**
 * What a query found, worked out as far as somebody asks: the first rows do not need the order of all, and neither needs the sums.
 * It holds what was true when it was made: `finish` is called before the links change.
 */
export class ColumnAnswer {
  readonly total: number;
  readonly #links: LinkArrays;
  readonly #hits: StatusHits;
  #sorting: Sorting | undefined;
  #keys: Int32Array | undefined;
  #totals: LinkTotals | undefined;

  constructor(links: LinkArrays, hits: StatusHits, sorting: Sorting) {
    this.total = hits.total;
    this.#links = links;
    this.#hits = hits;
    this.#sorting = sorting;
  }

  /** All keys in the asked order. */
  get keys(): Int32Array {
    return this.#order();
  }

  /** `byStatus` counts as if the filter named no statuses, wanted or refused. */
  get totals(): LinkTotals {
    return this.#sum();
  }

  /** The first keys of the order, as many as there are up to a limit. */
  first(limit: number): Int32Array {
    if (this.#sorting === undefined) return this.keys.subarray(0, limit);
    return this.#links.keysOf(firstSlots(this.#sorting, { limit }));
  }

  finish(): void {
    this.#order();
    this.#sum();
  }

  #order(): Int32Array {
    if (this.#keys === undefined && this.#sorting !== undefined) {
      this.#keys = this.#links.keysOf(orderSlots(this.#sorting));
      // The orders and the mask can go.
      this.#sorting = undefined;
    }
    return this.#keys ?? new Int32Array();
  }

  #sum(): LinkTotals {
    return (this.#totals ??= totalsOf(this.#links, this.#hits));
  }
}
