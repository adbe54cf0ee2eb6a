import { Ranking } from './ranking';

/** What is now in a column. */
export interface Comparing {
  isAbsent(slot: number): boolean;
  /** Negative, 0 or positive; both have a value. */
  compare(changed: number, other: number): number;
}

/**
 * A ranking after some of its slots changed or were added, at the cost of a copy: what is left keeps its order, and each changed
 * slot is searched its place.
 *
 * @param changed all slots that are not where they were, and all that are new
 */
export function patchRanking(ranking: Ranking, changed: ReadonlySet<number>, by: Comparing): Ranking {
  const kept = withoutSlots(ranking, changed);
  const valued = [...changed].filter((slot) => !by.isAbsent(slot)).sort((a, b) => by.compare(a, b) || a - b);
  const absent = Int32Array.from([...changed].filter((slot) => by.isAbsent(slot)));
  const size = kept.order.length + changed.size;
  const order = new Int32Array(size);
  const starts = new Uint8Array(size);
  const present = insert({ kept, valued, by }, order, starts);
  order.set(kept.order.subarray(kept.present), present);
  order.set(absent, size - absent.length);
  if (absent.length > 0) order.subarray(present).sort();
  return new Ranking({ order, starts, present });
}

/** The order without some slots; where the first of its equals goes, the next one becomes the first. */
function withoutSlots({ order, starts, present }: Ranking, slots: ReadonlySet<number>): Kept {
  const isGone = new Uint8Array(order.length);
  for (const slot of slots) if (slot < isGone.length) isGone[slot] = 1;
  const kept = new Int32Array(order.length);
  const keptStarts = new Uint8Array(order.length);
  let [count, keptPresent, begins] = [0, 0, 0];
  for (let place = 0; place < order.length; place++) {
    if (place === present) keptPresent = count;
    const slot = order[place] ?? 0;
    begins |= starts[place] ?? 0;
    kept[count] = slot;
    keptStarts[count] = begins;
    const stays = 1 - (isGone[slot] ?? 0);
    count += stays;
    begins &= 1 - stays;
  }
  if (present === order.length) keptPresent = count;
  return { order: kept.subarray(0, count), starts: keptStarts, present: keptPresent };
}

interface Kept {
  readonly order: Int32Array;
  readonly starts: Uint8Array;
  readonly present: number;
}

interface Insertion {
  readonly kept: Kept;
  /** In their order. */
  readonly valued: readonly number[];
  readonly by: Comparing;
}

/** Writes the kept and the changed slots that have a value; answers how many they are. */
function insert({ kept, valued, by }: Insertion, order: Int32Array, starts: Uint8Array): number {
  let [from, place] = [0, 0];
  const copyUntil = (end: number): void => {
    order.set(kept.order.subarray(from, end), place);
    starts.set(kept.starts.subarray(from, end), place);
    place += end - from;
    from = end;
  };
  for (const slot of valued) {
    copyUntil(placeOf(slot, { kept, from, by }));
    const before = place === 0 ? undefined : order[place - 1];
    starts[place] = Number(before === undefined || by.compare(slot, before) !== 0);
    order[place++] = slot;
    const next = from < kept.present ? kept.order[from] : undefined;
    if (next !== undefined && by.compare(slot, next) === 0) kept.starts[from] = 0;
  }
  copyUntil(kept.present);
  return place;
}

/** The first place whose slot comes after this one. */
function placeOf(slot: number, { kept, from, by }: { kept: Kept; from: number; by: Comparing }): number {
  let [low, high] = [from, kept.present];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = kept.order[middle] ?? 0;
    if ((by.compare(slot, other) || slot - other) < 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
