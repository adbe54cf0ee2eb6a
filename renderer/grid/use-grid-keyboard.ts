import { useCallback, type KeyboardEvent } from 'react';
import { headerRow, moveCell, type CellPosition, type GridExtent } from './cell-position';
import { widthStep } from './column-resize';
import { withWidth, type PlacedColumn } from './columns';
import type { ColumnState, MenuPlace } from './grid-types';
import { menuPlaceAt } from './menu-place';
import { directionAt } from './direction-at';
import { commandOf, type GridCommand } from './keyboard';
import type { RowSelection } from './use-row-selection';

export interface GridKeyboardOptions<Row> {
  readonly at: CellPosition;
  readonly extent: GridExtent;
  readonly columns: readonly PlacedColumn<Row>[];
  /** 1 when the first column holds check boxes, else 0. */
  readonly firstColumn: 0 | 1;
  readonly columnState: ColumnState;
  readonly onColumnStateChange: (state: ColumnState) => void;
  readonly onSort: ((columnId: string, additive: boolean) => void) | undefined;
  readonly onOpenRow: ((index: number) => void) | undefined;
  readonly onHeaderMenu: ((columnId: string, at: MenuPlace) => void) | undefined;
  readonly moveColumn: (columnId: string, by: 1 | -1) => void;
  readonly rows: RowSelection;
  readonly moveTo: (at: CellPosition) => void;
}

/** Handles the grid's keys. Keys without a meaning here are left to the page. */
export function useGridKeyboard<Row>(
  options: GridKeyboardOptions<Row>,
): (event: KeyboardEvent<HTMLElement>) => void {
  const { at, extent, firstColumn, rows, moveTo } = options;

  const onHeaderKey = useCallback(
    (event: KeyboardEvent<HTMLElement>): boolean => {
      const placed = options.columns[at.column - firstColumn];
      const { key } = event;
      const isSideways = key === 'ArrowLeft' || key === 'ArrowRight';
      if ((event.ctrlKey || event.metaKey) && event.shiftKey && isSideways) {
        const isForward = (key === 'ArrowRight') === (directionAt(event.currentTarget) === 'ltr');
        if (placed !== undefined) options.moveColumn(placed.column.id, isForward ? 1 : -1);
        return true;
      }
      if (event.ctrlKey || event.metaKey) return false;
      if (event.altKey && key === 'ArrowDown' && placed !== undefined && options.onHeaderMenu !== undefined) {
        options.onHeaderMenu(placed.column.id, menuPlaceAt(event.target));
        return true;
      }
      if (event.shiftKey && isSideways) {
        if (placed !== undefined && placed.column.resizable !== false) {
          const width = placed.width + widthStep(key, directionAt(event.currentTarget));
          const change = { columnId: placed.column.id, width };
          options.onColumnStateChange(withWidth(options.columnState, options.columns, change));
        }
        return true;
      }
      if (key !== 'Enter' && key !== ' ') return false;
      if (at.column < firstColumn) rows.toggleEverything();
      else if (placed?.column.sortable === true) options.onSort?.(placed.column.id, event.shiftKey);
      return true;
    },
    [at, firstColumn, options, rows],
  );

  const onRowCommand = useCallback(
    (command: GridCommand): void => {
      if (command.kind === 'toggle-row') rows.toggle(at.row);
      else if (command.kind === 'extend-here') rows.extend(at.row, at.row);
      else if (command.kind === 'select-all') rows.selectEverything();
      else if (command.kind === 'open') options.onOpenRow?.(at.row);
      else {
        const next = moveCell(at, command, extent);
        if ('extend' in command && command.extend) rows.extend(Math.max(0, at.row), Math.max(0, next.row));
        else if (next.row !== at.row) rows.endExtension();
        moveTo(next);
      }
    },
    [at, extent, moveTo, options, rows],
  );

  return useCallback(
    (event: KeyboardEvent<HTMLElement>): void => {
      const press = {
        key: event.key,
        shift: event.shiftKey,
        primary: event.ctrlKey || event.metaKey,
        alt: event.altKey,
      };
      // A control inside a cell (a link) keeps its own Enter and Space.
      const isOwnKey = event.target instanceof Element && event.target.closest('a, button, input') !== null;
      if (isOwnKey && (press.key === 'Enter' || press.key === ' ')) return;
      if (at.row === headerRow && onHeaderKey(event)) {
        event.preventDefault();
        return;
      }
      const command = commandOf(press, directionAt(event.currentTarget));
      if (command === undefined) return;
      event.preventDefault();
      onRowCommand(command);
    },
    [at.row, onHeaderKey, onRowCommand],
  );
}
