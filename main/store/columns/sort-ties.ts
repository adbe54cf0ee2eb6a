import type { LinkSort } from '#domain/link-filter';

import type { Ranks } from './ranks';

/** How many are sorted by inserting one after the other. */
export const fewTies = 64;

export interface RankedSort {
  readonly ranks: Ranks;
  readonly direction: LinkSort['direction'];
}

/** Sorts each run of slots of the same rank by more columns, then by slot; the slots are in the order of these ranks. */
export function sortTies(slots: Int32Array, { values }: Ranks, sorts: readonly RankedSort[]): void {
  const compare = (a: number, b: number): number => compareSlots(sorts, a, b);
  for (let begin = 0; begin < slots.length;) {
    const rank = values[slots[begin] ?? 0];
    let end = begin + 1;
    while (end < slots.length && values[slots[end] ?? 0] === rank) end++;
    sortPart(slots, { begin, end }, compare);
    begin = end;
  }
}

/** Sorts slots by some columns, then by slot. */
export function sortSlots(slots: Int32Array, sorts: readonly RankedSort[]): void {
  sortPart(slots, { begin: 0, end: slots.length }, (a, b) => compareSlots(sorts, a, b));
}

function sortPart(
  slots: Int32Array,
  { begin, end }: { readonly begin: number; readonly end: number },
  compare: (a: number, b: number) => number,
): void {
  if (end - begin > fewTies) {
    slots.subarray(begin, end).sort(compare);
    return;
  }
  for (let next = begin + 1; next < end; next++) {
    const slot = slots[next] ?? 0;
    let place = next;
    while (place > begin && compare(slots[place - 1] ?? 0, slot) > 0) {
      slots[place] = slots[place - 1] ?? 0;
      place--;
    }
    slots[place] = slot;
  }
}

function compareSlots(sorts: readonly RankedSort[], a: number, b: number): number {
  for (const { ranks, direction } of sorts) {
    const left = ranks.values[a] ?? 0;
    const right = ranks.values[b] ?? 0;
    if (left === right) continue;
    // Absent ones have the greatest rank, and come last in both directions.
    const isUpward = direction === 'ascending' || left === ranks.groups || right === ranks.groups;
    return isUpward ? left - right : right - left;
  }
  return a - b;
}
