/** A row the reader looks at, and where it stands. The same shapes as the grid's. */
export interface ReaderAnchor {
  readonly key: number;
  readonly index: number;
}

/** Where such a row stood and stands now; null when it is not there any more. */
export interface ReaderMove {
  readonly key: number;
  readonly from: number;
  readonly to: number | null;
}

/** How the rows of an answer relate to those before: another query begins at its top, the same one keeps the reader's place. */
export type RowsChange =
  { readonly kind: 'start' } | { readonly kind: 'keep'; readonly rows: readonly ReaderMove[] };

/** Joins the rows that were asked for with where they stand now. */
export function keepPlace(asked: readonly ReaderAnchor[], now: readonly (number | null)[]): RowsChange {
  return {
    kind: 'keep',
    rows: asked.map(({ key, index }, at) => ({ key, from: index, to: now[at] ?? null })),
  };
}

/** Where a row stands after a change; undefined when that is not known, null when it is gone. */
export function placeAfter(change: RowsChange, { key }: { readonly key: number }): number | null | undefined {
  return change.kind === 'start' ? undefined : change.rows.find((row) => row.key === key)?.to;
}

/** Main looks for no more rows than this. */
export const mostAnchors = 4;

/** The rows the table asks for, with the one whose details are open; that one is asked for in any case. */
export function withOpenRow(
  anchors: readonly ReaderAnchor[],
  open: ReaderAnchor | undefined,
): readonly ReaderAnchor[] {
  if (open === undefined || anchors.slice(0, mostAnchors).some(({ key }) => key === open.key)) return anchors;
  return [...anchors.slice(0, mostAnchors - 1), open];
}
