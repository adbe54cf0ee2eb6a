import type { LinkSort } from '#domain/link-filter';

import type { Mask } from './mask';
import type { Ranks } from './ranks';
import { fewTies } from './sort-ties';

interface RankingParts {
  /** Every slot: those with a value in its order, then those without; equal ones by slot. */
  readonly order: Int32Array<ArrayBuffer>;
  /** By place: 1 where another value begins. */
  readonly starts: Uint8Array<ArrayBuffer>;
  /** How many have a value. */
  readonly present: number;
}

/** All links in the order of one column. */
export class Ranking implements RankingParts {
  readonly order: Int32Array<ArrayBuffer>;
  readonly starts: Uint8Array<ArrayBuffer>;
  readonly present: number;
  #ranks: Ranks | undefined;
  #isDistinct: boolean | undefined;

  constructor({ order, starts, present }: RankingParts) {
    this.order = order;
    this.starts = starts;
    this.present = present;
  }

  /** Made when first asked for: only a sort by several columns needs them. */
  get ranks(): Ranks {
    return (this.#ranks ??= this.#makeRanks());
  }

  /** True when most values are of few links each, so that an order by this column is nearly the whole order. */
  get isDistinct(): boolean {
    return (this.#isDistinct ??= this.#countCrowded() * 8 <= this.order.length);
  }

  /** Where the links with the value of this place end. */
  endOfRun(place: number): number {
    let end = place + 1;
    while (end < this.present && this.starts[end] === 0) end++;
    return end;
  }

  /** Where the links with the value of this place begin. */
  beginOfRun(place: number): number {
    let begin = place;
    while (begin > 0 && this.starts[begin] === 0) begin--;
    return begin;
  }

  /** The slots of a mask in this order, or in that of descending values; ties are by slot in both, absent ones last. */
  walk(mask: Mask, direction: LinkSort['direction']): Int32Array<ArrayBuffer> {
    return direction === 'ascending' ? this.#walkUp(mask) : this.#walkDown(mask);
  }

  #walkUp(mask: Mask): Int32Array<ArrayBuffer> {
    const found = new Int32Array(this.order.length + 1);
    return found.subarray(0, this.#collect({ mask, from: 0, found, count: 0 }));
  }

  #walkDown(mask: Mask): Int32Array<ArrayBuffer> {
    const { order, present } = this;
    const found = new Int32Array(order.length + 1);
    let count = 0;
    for (let end = present; end > 0;) {
      const begin = this.beginOfRun(end - 1);
      for (let place = begin; place < end; place++) {
        const slot = order[place] ?? 0;
        found[count] = slot;
        count += mask[slot] ?? 0;
      }
      end = begin;
    }
    return found.subarray(0, this.#collect({ mask, from: present, found, count }));
  }

  /** Appends the hits from a place on; a slot that is none is written over by the next, which takes no branch. */
  #collect({ mask, from, found, count }: Collecting): number {
    const { order } = this;
    let next = count;
    for (let place = from; place < order.length; place++) {
      const slot = order[place] ?? 0;
      found[next] = slot;
      next += mask[slot] ?? 0;
    }
    return next;
  }

  /** How many links have a value that many others have. */
  #countCrowded(): number {
    const { order, starts, present } = this;
    const crowded = (size: number): number => (size > fewTies ? size : 0);
    let [count, begin] = [crowded(order.length - present), 0];
    for (let place = 1; place <= present; place++) {
      if (place < present && starts[place] === 0) continue;
      count += crowded(place - begin);
      begin = place;
    }
    return count;
  }

  #makeRanks(): Ranks {
    const { order, starts, present } = this;
    const values = new Int32Array(order.length);
    let group = -1;
    for (let place = 0; place < present; place++) {
      group += starts[place] ?? 0;
      values[order[place] ?? 0] = group;
    }
    for (let place = present; place < order.length; place++) values[order[place] ?? 0] = group + 1;
    return { values, groups: group + 1 };
  }
}

interface Collecting {
  readonly mask: Mask;
  readonly from: number;
  readonly found: Int32Array;
  readonly count: number;
}
