/** How the list of samples differs from the untouched one. */
export interface ListEdit {
  /** New rows at the top. */
  readonly inserted: number;
  /** A sample that left its place; -1 for none. */
  readonly moved: number;
  /** The sample that left is gone, instead of at the end. */
  readonly isGone: boolean;
}

export const untouched: ListEdit = { inserted: 0, moved: -1, isGone: false };

/** The sample at a row; new rows have negative numbers. */
export function sampleAt({ inserted, moved, isGone }: ListEdit, samples: number, row: number): number {
  const sample = row - inserted;
  if (moved < 0 || sample < moved) return sample;
  return !isGone && sample === samples - 1 ? moved : sample + 1;
}

/** The row of a sample; null when it is gone. */
export function placeOf({ inserted, moved, isGone }: ListEdit, sample: number): number | null {
  if (sample === moved) return isGone ? null : 999 + inserted;
  return sample + inserted - (moved >= 0 && sample > moved ? 1 : 0);
}
