import { useCallback, type MouseEvent, type PointerEvent } from 'react';
import { placeOfEvent } from './cell-of-event';
import { headerRow, type CellPosition } from './cell-position';
import { fittingWidth, followResize } from './column-resize';
import { withWidth, type PlacedColumn } from './columns';
import { followColumnDrag, type ColumnDrop } from './column-drag';
import type { ColumnState, MenuPlace } from './grid-types';
import { directionAt } from './direction-at';
import { menuPlaceOf } from './menu-place';
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
  readonly onRowMenu: ((index: number, at: MenuPlace, columnId: string | undefined) => void) | undefined;
  readonly onHeaderMenu: ((columnId: string, at: MenuPlace) => void) | undefined;
  readonly onColumnDropped: (move: ColumnDrop) => void;
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
  const { columns, firstColumn, columnState, onColumnStateChange, rows, focusCell, onColumnDropped } =
    options;

  const onPointerDown = useCallback(
    (event: PointerEvent<HTMLElement>): void => {
      const handle = resizeHandleOf(event.target);
      const header =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-movable]') : null;
      if (handle === undefined && header !== null && event.button === 0 && event.pointerType === 'mouse') {
        followColumnDrag({ header, grid: event.currentTarget, x: event.clientX }, onColumnDropped);
      }
      const placed = columns.find((entry) => entry.column.id === handle?.dataset['resize']);
      if (handle === undefined || placed === undefined || event.button !== 0) return;
      const start = { handle, pointerId: event.pointerId, x: event.clientX, width: placed.width };
      followResize(start, directionAt(handle), (width) =>
        onColumnStateChange(withWidth(columnState, columns, { columnId: placed.column.id, width })),
      );
    },
    [columns, columnState, onColumnStateChange, onColumnDropped],
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
      if (place === undefined) return;
      const columnId = columns[place.column - firstColumn]?.column.id;
      const at = menuPlaceOf(event);
      if (place.row !== headerRow && options.onRowMenu !== undefined) {
        event.preventDefault();
        focusCell(place);
        options.onRowMenu(place.row, at, columnId);
      } else if (place.row === headerRow && columnId !== undefined && options.onHeaderMenu !== undefined) {
        event.preventDefault();
        focusCell(place);
        options.onHeaderMenu(columnId, at);
      }
    },
    [columns, firstColumn, options, focusCell],
  );

  return { onClick, onDoubleClick, onContextMenu, onPointerDown, onMouseDown };
}
