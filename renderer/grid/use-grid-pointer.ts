import { useCallback, type MouseEvent, type PointerEvent } from 'react';
import { placeOfEvent } from './cell-of-event';
import { headerRow, type CellPosition } from './cell-position';
import { fittingWidth, followResize } from './column-resize';
import { withWidth, type PlacedColumn } from './columns';
import type { ColumnState } from './grid-types';
import { directionAt } from './use-grid-keyboard';
import type { RowSelection } from './use-row-selection';

export interface GridPointerOptions<Row> {
  readonly at: CellPosition;
  readonly columns: readonly PlacedColumn<Row>[];
  readonly firstColumn: 0 | 1;
  readonly columnState: ColumnState;
  readonly onColumnStateChange: (state: ColumnState) => void;
  readonly onSort: ((columnId: string, additive: boolean) => void) | undefined;
  readonly onOpenRow: ((index: number) => void) | undefined;
  readonly onClickRow: ((index: number) => void) | undefined;
  readonly onRowMenu: ((index: number, at: { readonly x: number; readonly y: number }) => void) | undefined;
  readonly rows: RowSelection;
  readonly focusCell: (at: CellPosition) => void;
}

export interface GridPointer {
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
  readonly onDoubleClick: (event: MouseEvent<HTMLElement>) => void;
  readonly onContextMenu: (event: MouseEvent<HTMLElement>) => void;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onMouseDown: (event: MouseEvent<HTMLElement>) => void;
}

function resizeHandleOf(target: EventTarget): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-resize]') ?? undefined) : undefined;
}

/** Handles the mouse for all cells at once, so that rows need no handlers of their own. */
export function useGridPointer<Row>(options: GridPointerOptions<Row>): GridPointer {
  const { columns, firstColumn, columnState, onColumnStateChange, rows, focusCell } = options;

  const onPointerDown = useCallback(
    (event: PointerEvent<HTMLElement>): void => {
      const handle = resizeHandleOf(event.target);
      const placed = columns.find((entry) => entry.column.id === handle?.dataset['resize']);
      if (handle === undefined || placed === undefined || event.button !== 0) return;
      const start = { handle, pointerId: event.pointerId, x: event.clientX, width: placed.width };
      followResize(start, directionAt(handle), (width) =>
        onColumnStateChange(withWidth(columnState, columns, { columnId: placed.column.id, width })),
      );
    },
    [columns, columnState, onColumnStateChange],
  );

  const onMouseDown = useCallback((event: MouseEvent<HTMLElement>): void => {
    // Shift+click would otherwise select text from the last click to here.
    if (event.shiftKey || resizeHandleOf(event.target) !== undefined) event.preventDefault();
  }, []);

  const onClick = useCallback(
    (event: MouseEvent<HTMLElement>): void => {
      const place = placeOfEvent(event.target);
      if (place === undefined || resizeHandleOf(event.target) !== undefined) return;
      if (place.isControl) return;
      focusCell(place);
      if (place.row === headerRow) {
        const column = columns[place.column - firstColumn]?.column;
        if (place.isBox) rows.toggleEverything();
        else if (column?.sortable === true) options.onSort?.(column.id, event.shiftKey);
      } else if (event.shiftKey) rows.extend(Math.max(0, options.at.row), place.row);
      else if (place.isBox || event.ctrlKey || event.metaKey) rows.toggle(place.row);
      else {
        rows.endExtension();
        options.onClickRow?.(place.row);
      }
    },
    [columns, firstColumn, options, rows, focusCell],
  );

  const onDoubleClick = useCallback(
    (event: MouseEvent<HTMLElement>): void => {
      const resized = resizeHandleOf(event.target)?.dataset['resize'];
      if (resized !== undefined) {
        const change = { columnId: resized, width: fittingWidth(event.currentTarget, resized) };
        onColumnStateChange(withWidth(columnState, columns, change));
        return;
      }
      const place = placeOfEvent(event.target);
      if (place !== undefined && place.row >= 0 && !place.isBox) options.onOpenRow?.(place.row);
    },
    [columns, columnState, onColumnStateChange, options],
  );

  const onContextMenu = useCallback(
    (event: MouseEvent<HTMLElement>): void => {
      const place = placeOfEvent(event.target);
      if (place === undefined || place.row < 0 || options.onRowMenu === undefined) return;
      event.preventDefault();
      focusCell(place);
      options.onRowMenu(place.row, { x: event.clientX, y: event.clientY });
    },
    [options, focusCell],
  );

  return { onClick, onDoubleClick, onContextMenu, onPointerDown, onMouseDown };
}
