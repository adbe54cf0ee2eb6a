/** One level of an ordering. */
export interface GridSort {
  readonly columnId: string;
  readonly direction: 'asc' | 'desc';
}

/**
 * Cycles a column through unsorted, ascending, descending. Additive keeps the other levels and their
 * order (Shift+click); otherwise the column becomes the only level.
 */
export function nextSort(
  sort: readonly GridSort[],
  columnId: string,
  additive: boolean,
): readonly GridSort[] {
  const current = sort.find((level) => level.columnId === columnId);
  const next: GridSort | undefined =
    current === undefined
      ? { columnId, direction: 'asc' }
      : current.direction === 'asc'
        ? { columnId, direction: 'desc' }
        : undefined;
  if (!additive) return next === undefined ? [] : [next];
  if (current === undefined) return next === undefined ? sort : [...sort, next];
  return sort.flatMap((level) => (level === current ? (next === undefined ? [] : [next]) : [level]));
}
