import type { ColumnState, GridColumn } from './grid-types';

export const emptyColumnState: ColumnState = { order: [], hidden: [], widths: {} };

const smallestWidth = 56;
const largestWidth = 900;

/** A column as it is laid out: its index among the visible ones and its width in CSS pixels. */
export interface PlacedColumn<Row> {
  readonly column: GridColumn<Row>;
  readonly width: number;
  /** Distance from the inline start for a pinned column, else undefined. */
  readonly pinnedAt: number | undefined;
}

/**
 * The columns in the user's order: pinned ones first, then as remembered, then those the memory does not know.
 * Ids that no longer exist are ignored, so an old view stays usable.
 */
export function orderedColumns<Row>(
  columns: readonly GridColumn<Row>[],
  order: readonly string[],
): readonly GridColumn<Row>[] {
  const rank = new Map(order.map((id, index) => [id, index]));
  const rankOf = (column: GridColumn<Row>): number => rank.get(column.id) ?? order.length;
  return [...columns].sort(
    (a, b) => Number(b.pinned ?? false) - Number(a.pinned ?? false) || rankOf(a) - rankOf(b),
  );
}

/** Keeps a width within what the column allows. */
export function allowedWidth<Row>(column: GridColumn<Row>, width: number): number {
  return Math.round(Math.min(Math.max(width, column.minWidth ?? smallestWidth), largestWidth));
}

/**
 * Lays out the visible columns in `available` CSS pixels; `before` are taken by the selection column. What is left
 * over goes to the growing columns the user has not sized, or to nobody.
 */
export function placeColumns<Row>(
  columns: readonly GridColumn<Row>[],
  state: ColumnState,
  space: { readonly available: number; readonly before: number },
): readonly PlacedColumn<Row>[] {
  const hidden = new Set(state.hidden);
  const visible = orderedColumns(columns, state.order).filter((column) => !hidden.has(column.id));
  const widths = visible.map((column) => allowedWidth(column, state.widths[column.id] ?? column.width));
  const growing = visible.filter((column) => column.grow === true && state.widths[column.id] === undefined);
  const spare = Math.max(0, space.available - space.before - widths.reduce((sum, width) => sum + width, 0));
  const share = growing.length === 0 ? 0 : Math.floor(spare / growing.length);
  let pinnedAt = space.before;
  return visible.map((column, index) => {
    const width = (widths[index] ?? column.width) + (growing.includes(column) ? share : 0);
    const placed = { column, width, pinnedAt: column.pinned === true ? pinnedAt : undefined };
    if (column.pinned === true) pinnedAt += width;
    return placed;
  });
}

/**
 * Remembers a new width for a column. Growing columns keep the width they have at that moment: otherwise they would give
 * or take the difference, and the edge would not follow the hand that drags it.
 */
export function withWidth<Row>(
  state: ColumnState,
  placed: readonly PlacedColumn<Row>[],
  change: { readonly columnId: string; readonly width: number },
): ColumnState {
  const widths: Record<string, number> = { ...state.widths };
  for (const { column, width } of placed) {
    if (column.id === change.columnId) widths[column.id] = allowedWidth(column, change.width);
    else if (column.grow === true) widths[column.id] ??= width;
  }
  return { ...state, widths };
}

/**
 * Puts a visible column before or after another one. Undefined when nothing would change, or when one of them is pinned: pinned
 * columns stay where they are. Hidden columns keep their neighbours.
 */
export function withColumnAt<Row>(
  state: ColumnState,
  columns: readonly GridColumn<Row>[],
  move: { readonly columnId: string; readonly besideId: string; readonly side: 'before' | 'after' },
): ColumnState | undefined {
  const { columnId, besideId, side } = move;
  const ordered = orderedColumns(columns, state.order);
  const isFree = (id: string): boolean =>
    ordered.some((column) => column.id === id && column.pinned !== true);
  if (columnId === besideId || !isFree(columnId) || !isFree(besideId)) return undefined;
  const others = ordered.map(({ id }) => id).filter((id) => id !== columnId);
  const order = others.toSpliced(others.indexOf(besideId) + (side === 'after' ? 1 : 0), 0, columnId);
  return order.every((id, index) => id === ordered[index]?.id) ? undefined : { ...state, order };
}

/** Moves a column past its visible neighbour: 1 is towards the end of the reading direction. */
export function withColumnMoved<Row>(
  state: ColumnState,
  columns: readonly GridColumn<Row>[],
  move: { readonly columnId: string; readonly by: 1 | -1 },
): ColumnState | undefined {
  const visible = orderedColumns(columns, state.order).filter(({ id }) => !state.hidden.includes(id));
  const beside = visible[visible.findIndex(({ id }) => id === move.columnId) + move.by];
  if (beside === undefined) return undefined;
  const side = move.by === 1 ? 'after' : 'before';
  return withColumnAt(state, columns, { columnId: move.columnId, besideId: beside.id, side });
}
