import type { LinkSort, SortColumn } from '#domain/link-filter';

import type { Hits } from './hits';
import { Ranking } from './ranking';
import type { Ranks } from './ranks';
import { sortTies } from './sort-ties';

/** A whole order, or numbers to sort by where they are few. */
export type ColumnOrder = Ranking | Ranks;

export interface Sorting {
  readonly hits: Hits;
  readonly sort: readonly LinkSort[];
  readonly orderOf: (column: SortColumn) => ColumnOrder;
}

/** Slots in an order of any number of columns. */
export function orderSlots(sorting: Sorting): Int32Array<ArrayBuffer> {
  const { hits, sort, orderOf } = sorting;
  const [first, ...others] = sort;
  const order = first === undefined ? undefined : orderOf(first.by);
  // Of one column both ways are the same walk.
  if (first === undefined || others.length === 0) return sortFromLast(sorting);
  if (!(order instanceof Ranking) || !order.isDistinct) return sortFromLast(sorting);
  const sorted = order.walk(hits.mask, first.direction);
  sortTies(
    sorted,
    order.ranks,
    others.map(({ by, direction }) => ({ ranks: ranksOf(orderOf(by)), direction })),
  );
  return sorted;
}

/** The numbers to sort by of either kind of order. */
export const ranksOf = (order: ColumnOrder): Ranks => (order instanceof Ranking ? order.ranks : order);

/** Sorts stably by each column, the last one first; where that is a whole order it is enough to walk through it. */
function sortFromLast({ hits, sort, orderOf }: Sorting): Int32Array<ArrayBuffer> {
  let sorted: Int32Array<ArrayBuffer> | undefined;
  for (const { by, direction } of sort.toReversed()) {
    const order = orderOf(by);
    sorted =
      sorted === undefined && order instanceof Ranking
        ? order.walk(hits.mask, direction)
        : sortByRanks({ sorted: sorted ?? hits.slots, slots: hits.slots }, ranksOf(order), direction);
  }
  return sorted ?? hits.slots;
}

/** A stable counting sort; what has no value comes last in both directions. */
function sortByRanks(
  { sorted: given, slots }: { readonly sorted: Int32Array; readonly slots: Int32Array },
  { values, groups }: Ranks,
  direction: LinkSort['direction'],
): Int32Array<ArrayBuffer> {
  const places = new Int32Array(groups + 1);
  // Counting goes from slot to slot, which is quicker than back and forth.
  for (const slot of slots) {
    const rank = values[slot] ?? 0;
    places[rank] = (places[rank] ?? 0) + 1;
  }
  toFirstPlaces(places, direction);
  const sorted = new Int32Array(slots.length);
  for (const slot of given) {
    const rank = values[slot] ?? 0;
    const place = places[rank] ?? 0;
    places[rank] = place + 1;
    sorted[place] = slot;
  }
  return sorted;
}

/** Turns how many there are of each rank into the place of the first of it. */
function toFirstPlaces(counts: Int32Array, direction: LinkSort['direction']): void {
  const groups = counts.length - 1;
  let place = 0;
  for (let index = 0; index < groups; index++) {
    const rank = direction === 'ascending' ? index : groups - 1 - index;
    const count = counts[rank] ?? 0;
    counts[rank] = place;
    place += count;
  }
  counts[groups] = place;
}
