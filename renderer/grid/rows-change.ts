/** A row the reader looks at. */
export interface GridAnchor {
  readonly key: number;
  readonly index: number;
}

/** Where a row stood and stands now; null when it is gone. */
export interface RowMove {
  readonly key: number;
  readonly from: number;
  readonly to: number | null;
}

/**
 * How new rows relate to the ones before. `start`: another query, shown from its first row. `keep`: the same query again, of
 * which the reader keeps his place; some rows say how it moved.
 */
export type RowsChange =
  { readonly kind: 'start' } | { readonly kind: 'keep'; readonly rows: readonly RowMove[] };

/**
 * By how many rows what is in view has moved. Most of the rows asked about decide, the first of them in a tie: a row that was
 * itself edited may have gone far away, and the view must not follow it.
 */
export function viewShift(rows: readonly RowMove[]): number {
  const votes = new Map<number, number>();
  for (const { from, to } of rows) if (to !== null) votes.set(to - from, (votes.get(to - from) ?? 0) + 1);
  let shift = 0;
  let most = 0;
  for (const [candidate, count] of votes) {
    if (count <= most) continue;
    shift = candidate;
    most = count;
  }
  return shift;
}

/** Where a row has gone: to its own new place when that is known, else along with the view, so that a gone row leaves its place. */
export function rowAfter(change: RowsChange, row: number): number {
  if (row < 0) return row;
  if (change.kind === 'start') return 0;
  const known = change.rows.find(({ from }) => from === row)?.to;
  return Math.max(0, known ?? row + viewShift(change.rows));
}

/** Picks what to ask about: the row at the top first, then the focused one, then two more in view. Only loaded rows have keys. */
export function anchorsOf(
  visible: { readonly start: number; readonly end: number },
  focusedRow: number,
  keyAt: (index: number) => number | undefined,
): readonly GridAnchor[] {
  const middle = Math.floor((visible.start + visible.end) / 2);
  const wanted = [visible.start, focusedRow, visible.start + 1, middle].filter(
    (index, position, all) => index >= 0 && all.indexOf(index) === position,
  );
  return wanted.flatMap((index) => {
    const key = keyAt(index);
    return key === undefined ? [] : [{ key, index }];
  });
}
