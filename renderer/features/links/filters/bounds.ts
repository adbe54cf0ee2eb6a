import { isReversed, readNumber } from '#domain/filter-language/number-range';
import type { NumberFilter } from '#domain/link-filter';

/** What can be wrong with a typed bound. */
export type BoundProblem = 'not-a-number' | 'reversed';

/** The two bounds as they stand in their fields. */
export interface TypedBounds {
  readonly lower: string;
  readonly upper: string;
}

/** Whether a bound is outside what passes (`above`, `below`); a popover keeps the kind of bound that it finds. */
export interface BoundKinds {
  readonly isAbove: boolean;
  readonly isBelow: boolean;
}

export type BoundsRead =
  | { readonly ok: true; readonly value: NumberFilter }
  | { readonly ok: false; readonly lower?: BoundProblem; readonly upper?: BoundProblem };

/** A typed number as canonical decimal text, separators or not: `1,500` is 1500. Undefined when it is none. */
export function readDecimal(typed: string): string | undefined {
  // Signs and ranges belong to the filter language: here each bound has a field of its own.
  if (/[<>]|\.\./.test(typed)) return undefined;
  const read = readNumber(typed.trim());
  if (read.ok) return read.value.from;
  const meant = read.hint === undefined ? undefined : readNumber(read.hint);
  return meant?.ok === true ? meant.value.from : undefined;
}

/** Reads both bounds; an empty field is no bound. */
export function readBounds(typed: TypedBounds, { isAbove, isBelow }: BoundKinds): BoundsRead {
  const isEmpty = (text: string) => text.trim() === '';
  const lower = isEmpty(typed.lower) ? undefined : readDecimal(typed.lower);
  const upper = isEmpty(typed.upper) ? undefined : readDecimal(typed.upper);
  const isLowerWrong = lower === undefined && !isEmpty(typed.lower);
  const isUpperWrong = upper === undefined && !isEmpty(typed.upper);
  if (isLowerWrong || isUpperWrong) {
    return {
      ok: false,
      ...(isLowerWrong ? { lower: 'not-a-number' } : {}),
      ...(isUpperWrong ? { upper: 'not-a-number' } : {}),
    };
  }
  const value: NumberFilter = {
    ...(lower === undefined ? {} : { [isAbove ? 'above' : 'from']: lower }),
    ...(upper === undefined ? {} : { [isBelow ? 'below' : 'until']: upper }),
  };
  return isReversed(value) ? { ok: false, upper: 'reversed' } : { ok: true, value };
}

/** The bounds of a filter as text for the two fields. */
export function typedBounds(value: NumberFilter | undefined): TypedBounds {
  return { lower: value?.from ?? value?.above ?? '', upper: value?.until ?? value?.below ?? '' };
}
