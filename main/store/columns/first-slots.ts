import type { LinkSort } from '#domain/link-filter';

import type { Mask } from './filter-mask';
import { orderSlots, ranksOf, type Sorting } from './order-slots';
import { Ranking } from './ranking';
import type { Ranks } from './ranks';
import { sortTies } from './sort-ties';

/** So many are sorted as a whole: that takes no longer than looking for the first of them. */
const fewSlots = 20_000;

/** More links with one value are not compared one by one. */
const mostTied = 8_192;

export interface Wanted {
  /** How many. */
  readonly limit: number;
  readonly few?: number;
}

/** The first slots of an order, without sorting the others; as many as there are up to a limit. */
export function firstSlots(sorting: Sorting, wanted: Wanted): Int32Array<ArrayBuffer> {
  const { slots, mask, sort, orderOf } = sorting;
  const { limit, few = fewSlots } = wanted;
  const [first, ...others] = sort;
  if (first === undefined) return slots.subarray(0, limit);
  const order = orderOf(first.by);
  if (slots.length <= few) return orderSlots(sorting).subarray(0, limit);
  if (!(order instanceof Ranking)) return firstOfGroups(sorting, order, wanted);
  const { direction } = first;
  if (others.length === 0) return walkUntil(order, { mask, direction, limit, most: limit });
  // The last value is taken with all links that have it, unless these are very many.
  const found = walkUntil(order, { mask, direction, limit, most: mostTied });
  if (found.length > mostTied) return firstOfGroups(sorting, order.ranks, wanted);
  sortTies(
    found,
    order.ranks,
    others.map((sort) => ({ ranks: ranksOf(orderOf(sort.by)), direction: sort.direction })),
  );
  return found.subarray(0, limit);
}

interface Walk {
  readonly mask: Mask;
  readonly direction: LinkSort['direction'];
  readonly limit: number;
  /** Of the last value so many are taken that there are no more than this, or just more. */
  readonly most: number;
}

/** Goes through an order until enough slots of a mask are found. */
function walkUntil(ranking: Ranking, walk: Walk): Int32Array<ArrayBuffer> {
  const { order, starts, present } = ranking;
  const { mask, direction, limit, most } = walk;
  const found: number[] = [];
  const take = (begin: number, end: number): void => {
    for (let place = begin; place < end && found.length <= most; place++) {
      const slot = order[place] ?? 0;
      if (mask[slot] === 1) found.push(slot);
    }
  };
  const isUpward = direction === 'ascending';
  for (let edge = isUpward ? 0 : present; isUpward ? edge < present : edge > 0;) {
    if (found.length >= limit) break;
    const other = isUpward ? endOfRun(starts, edge, present) : beginOfRun(starts, edge);
    take(Math.min(edge, other), Math.max(edge, other));
    edge = other;
  }
  if (found.length < limit) take(present, order.length);
  return Int32Array.from(limit === most ? found.slice(0, limit) : found);
}

function endOfRun(starts: Uint8Array, begin: number, present: number): number {
  let end = begin + 1;
  while (end < present && starts[end] === 0) end++;
  return end;
}

function beginOfRun(starts: Uint8Array, end: number): number {
  let begin = end - 1;
  while (begin > 0 && starts[begin] === 0) begin--;
  return begin;
}

/** Where many links share each value: one value after the other, each sorted by the columns that follow. */
function firstOfGroups(
  { slots, mask, sort, orderOf }: Sorting,
  { values, groups }: Ranks,
  wanted: Wanted,
): Int32Array<ArrayBuffer> {
  const counts = new Int32Array(groups + 1);
  for (const slot of slots) counts[values[slot] ?? 0] = (counts[values[slot] ?? 0] ?? 0) + 1;
  const found = new Int32Array(Math.min(wanted.limit, slots.length));
  const own: Mask = new Uint8Array(mask.length);
  let count = 0;
  for (let index = 0; index <= groups && count < found.length; index++) {
    // What has no value has the greatest rank, and comes last in both directions.
    const rank = index === groups || sort[0]?.direction === 'ascending' ? index : groups - 1 - index;
    if (counts[rank] === 0) continue;
    const group = slotsOf(slots, { values, rank, count: counts[rank] ?? 0 });
    for (const slot of group) own[slot] = 1;
    const next = firstSlots(
      { slots: group, mask: own, sort: sort.slice(1), orderOf },
      { ...wanted, limit: found.length - count },
    );
    found.set(next, count);
    count += next.length;
    for (const slot of group) own[slot] = 0;
  }
  return found;
}

function slotsOf(
  slots: Int32Array,
  { values, rank, count }: { values: Ranks['values']; rank: number; count: number },
): Int32Array<ArrayBuffer> {
  const group = new Int32Array(count);
  let next = 0;
  for (const slot of slots) if (values[slot] === rank) group[next++] = slot;
  return group;
}
