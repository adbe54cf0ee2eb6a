import type { InstantRange, NumberFilter } from '#domain/link-filter';

/** Both bounds are inside. */
export interface NumberInterval {
  readonly low: number;
  readonly high: number;
}

/** The numbers a filter lets pass: a bound that is outside becomes the next number inside. */
export function intervalOf({ from, above, until, below }: NumberFilter): NumberInterval {
  return {
    low: Math.max(
      from === undefined ? -Infinity : Number(from),
      above === undefined ? -Infinity : neighbour(Number(above), 1n),
    ),
    high: Math.min(
      until === undefined ? Infinity : Number(until),
      below === undefined ? Infinity : neighbour(Number(below), -1n),
    ),
  };
}

/** The instants of a range that does not ask for none. */
export function instantInterval({ from = -Infinity, until = Infinity }: InstantRange): NumberInterval {
  return { low: from, high: until };
}

/** The double next to a finite one: the bits of doubles of one sign are in the order of their values. */
function neighbour(value: number, step: 1n | -1n): number {
  if (value === 0) return Number(step) * Number.MIN_VALUE;
  const bits = new BigInt64Array(1);
  const doubles = new Float64Array(bits.buffer);
  doubles[0] = value;
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? step : -step);
  return doubles[0];
}
