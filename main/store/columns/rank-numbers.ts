import { Ranking } from './ranking';

const stepSize = 1 << 15;
const digits = 4;
const digitSize = 1 << 16;

/** The values that are there as two halves of sortable bits each, with their slots. */
interface Items {
  readonly slots: Int32Array<ArrayBuffer>;
  readonly lows: Uint32Array<ArrayBuffer>;
  readonly highs: Uint32Array<ArrayBuffer>;
}

/**
 * Ranks numbers in short steps: a radix sort of the doubles' bits by 16 at a time, leaving out digits all of them share. NaN is
 * no value. The values must not change meanwhile.
 */
export function* rankNumbers(values: Float64Array<ArrayBuffer>): Generator<undefined, Ranking> {
  const order = new Int32Array(values.length);
  const starts = new Uint8Array(values.length);
  let [items, spare] = [makeItems(values.length), makeItems(values.length)];
  const present = yield* takePresent(values, items, order);
  const counts = yield* countDigits(items, present);
  for (const [digit, count] of counts.entries()) {
    if (!isShared(count, present)) {
      yield* distribute({ from: items, to: spare, present }, digit, toFirstPlaces(count));
      [items, spare] = [spare, items];
    }
  }
  order.set(items.slots.subarray(0, present));
  for (let place = 0; place < present; place++) {
    const isSame = place > 0 && values[order[place] ?? 0] === values[order[place - 1] ?? 0];
    starts[place] = Number(!isSame);
    if (place % stepSize === 0) yield;
  }
  return new Ranking({ order, starts, present });
}

const makeItems = (size: number): Items => ({
  slots: new Int32Array(size),
  lows: new Uint32Array(size),
  highs: new Uint32Array(size),
});

/** Lists the values; the slots of those that are absent go to the end of the order. Answers how many are there. */
function* takePresent(
  values: Float64Array<ArrayBuffer>,
  { slots, lows, highs }: Items,
  order: Int32Array,
): Generator<undefined, number> {
  // Of all machines Electron runs on the lower half comes first.
  const halves = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  let present = 0;
  for (let slot = 0; slot < values.length; slot++) {
    if (slot % stepSize === 0) yield;
    if (Number.isNaN(values[slot])) {
      order[values.length - 1 - (slot - present)] = slot;
      continue;
    }
    const low = halves[slot * 2] ?? 0;
    const high = halves[slot * 2 + 1] ?? 0;
    // As unsigned bits negative doubles come last, the greatest first.
    const isNegative = high >>> 31 === 1;
    slots[present] = slot;
    lows[present] = isNegative ? ~low : low;
    highs[present] = isNegative ? ~high : high ^ 0x80000000;
    present++;
  }
  order.subarray(present).reverse();
  return present;
}

const digitOf = (half: number, digit: number): number => (digit % 2 === 0 ? half & 0xffff : half >>> 16);

function* countDigits({ lows, highs }: Items, present: number): Generator<undefined, readonly Uint32Array[]> {
  const counts = Array.from({ length: digits }, () => new Uint32Array(digitSize));
  for (const [digit, count] of counts.entries()) {
    const halves = digit < 2 ? lows : highs;
    for (let index = 0; index < present; index++) {
      const value = digitOf(halves[index] ?? 0, digit);
      count[value] = (count[value] ?? 0) + 1;
      if (index % stepSize === 0) yield;
    }
  }
  return counts;
}

const isShared = (count: Uint32Array, present: number): boolean => count.includes(present);

function toFirstPlaces(counts: Uint32Array): Uint32Array {
  let place = 0;
  return counts.map((count) => {
    place += count;
    return place - count;
  });
}

interface Distribution {
  readonly from: Items;
  readonly to: Items;
  readonly present: number;
}

/** Sorts stably by one digit; the lower halves are of no more use once the upper ones are sorted by. */
function* distribute(
  { from, to, present }: Distribution,
  digit: number,
  places: Uint32Array,
): Generator<undefined> {
  const halves = digit < 2 ? from.lows : from.highs;
  for (let index = 0; index < present; index++) {
    if (index % stepSize === 0) yield;
    const value = digitOf(halves[index] ?? 0, digit);
    const place = places[value] ?? 0;
    places[value] = place + 1;
    to.slots[place] = from.slots[index] ?? 0;
    to.highs[place] = from.highs[index] ?? 0;
    if (digit < 2) to.lows[place] = from.lows[index] ?? 0;
  }
}
