import type { FilterProblem } from './filter-problem';

/** A value that was understood, or why it was not; where it stands is known to who asked. */
export type Reading<T> =
  { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Pick<FilterProblem, 'code' | 'hint'>);
