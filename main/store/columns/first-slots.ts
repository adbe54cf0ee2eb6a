import { hitsOfMask, hitsOfSlots } from './hits';
import { countCodes, maskOfCode, type Mask } from './mask';
import { orderSlots, ranksOf, type Sorting } from './order-slots';
import { Ranking } from './ranking';
import type { Ranks } from './ranks';
import { sortSlots } from './sort-ties';

/** So many are sorted as a whole: that takes no longer than looking for the first of them. */
const fewSlots = 20_000;

/** More links with one value are not compared one by one. */
const mostTied = 8_192;

export interface Wanted {
  /** How many. */
  readonly limit: number;
  readonly few?: number;
  readonly tied?: number;
}

/** The first slots of an order, without sorting the others; as many as there are up to a limit. */
export function firstSlots(sorting: Sorting, wanted: Wanted): Int32Array<ArrayBuffer> {
  const { hits, sort, orderOf } = sorting;
  const { limit, few = fewSlots } = wanted;
  const [first] = sort;
  if (first === undefined) return hits.slots.subarray(0, limit);
  if (hits.total <= few) return orderSlots(sorting).subarray(0, limit);
  const order = orderOf(first.by);
  return order instanceof Ranking
    ? firstOfRanking(sorting, order, wanted)
    : firstOfGroups(sorting, order, wanted);
}

/** Goes through a whole order from hit to hit, and takes all that have the same value, until enough are found. */
function firstOfRanking(sorting: Sorting, ranking: Ranking, wanted: Wanted): Int32Array<ArrayBuffer> {
  const { order, present } = ranking;
  const { mask, total } = sorting.hits;
  const found = new Int32Array(Math.min(wanted.limit, total));
  let count = 0;
  const take = (begin: number, end: number): void => {
    const run = order.subarray(begin, end);
    const next = firstOfTied(run, sorting, { ...wanted, limit: found.length - count });
    found.set(next, count);
    count += next.length;
  };
  if (sorting.sort[0]?.direction === 'ascending') {
    for (let place = hitFrom(order, mask, 0); place < present && count < found.length;) {
      const end = ranking.endOfRun(place);
      take(place, end);
      place = hitFrom(order, mask, end);
    }
  } else {
    for (let place = hitBefore(order, mask, present); place >= 0 && count < found.length;) {
      const begin = ranking.beginOfRun(place);
      take(begin, place + 1);
      place = hitBefore(order, mask, begin);
    }
  }
  if (count < found.length) take(present, order.length);
  return found;
}

function hitFrom(order: Int32Array, mask: Mask, begin: number): number {
  let place = begin;
  while (place < order.length && mask[order[place] ?? 0] === 0) place++;
  return place;
}

/** Or -1. */
function hitBefore(order: Int32Array, mask: Mask, end: number): number {
  let place = end - 1;
  while (place >= 0 && mask[order[place] ?? 0] === 0) place--;
  return place;
}

/** The first hits among links with one value, which are in the order of their slots: sorted by the columns that follow. */
function firstOfTied(
  run: Int32Array<ArrayBuffer>,
  { hits, sort: [, ...others], orderOf }: Sorting,
  wanted: Wanted,
): Int32Array<ArrayBuffer> {
  const { limit, tied = mostTied } = wanted;
  if (others.length === 0) return hitsOf(run, hits.mask, limit);
  const group = hitsOf(run, hits.mask, run.length);
  if (group.length > tied) {
    const own = hitsOfSlots(group, hits.mask.length);
    return firstSlots({ hits: own, sort: others, orderOf }, wanted);
  }
  if (group.length > 1) {
    const ranked = others.map(({ by, direction }) => ({ ranks: ranksOf(orderOf(by)), direction }));
    sortSlots(group, ranked);
  }
  return group.subarray(0, limit);
}

function hitsOf(run: Int32Array, mask: Mask, most: number): Int32Array<ArrayBuffer> {
  const found = new Int32Array(Math.min(run.length, most));
  let count = 0;
  for (let index = 0; index < run.length && count < found.length; index++) {
    const slot = run[index] ?? 0;
    found[count] = slot;
    count += mask[slot] ?? 0;
  }
  return found.subarray(0, count);
}

/** Where many links share each value: one value after the other, each sorted by the columns that follow. */
function firstOfGroups(
  { hits, sort: [first, ...others], orderOf }: Sorting,
  { values, groups }: Ranks,
  wanted: Wanted,
): Int32Array<ArrayBuffer> {
  const counts = countCodes(hits.mask, values, groups + 1);
  const found = new Int32Array(Math.min(wanted.limit, hits.total));
  let count = 0;
  for (let index = 0; index <= groups && count < found.length; index++) {
    // What has no value has the greatest rank, and comes last in both directions.
    const rank = index === groups || first?.direction === 'ascending' ? index : groups - 1 - index;
    const size = counts[rank] ?? 0;
    if (size === 0) continue;
    const next = firstSlots(
      { hits: hitsOfMask(maskOfCode(hits.mask, values, rank), size), sort: others, orderOf },
      { ...wanted, limit: found.length - count },
    );
    found.set(next, count);
    count += next.length;
  }
  return found;
}
