import { useCallback, useLayoutEffect, useMemo, useRef, type ClipboardEvent, type ReactNode } from 'react';
import { headerRow, type CellPosition } from './cell-position';
import { placeColumns, type PlacedColumn } from './columns';
import styles from './data-grid.module.css';
import { GridHeader, headerHeight } from './grid-header';
import { GridBody } from './grid-body';
import { selectionColumnWidth } from './grid-row';
import { rowsToTsv } from './grid-tsv';
import { rowHeights, type DataGridProps } from './grid-types';
import { headerState } from './selection';
import { useColumnMoves } from './use-column-moves';
import { useGridFocus } from './use-grid-focus';
import { useGridHandle } from './use-grid-handle';
import { useGridKeyboard } from './use-grid-keyboard';
import { useGridPointer } from './use-grid-pointer';
import { showColumn } from './show-column';
import type { GridSort } from './sort';
import { useRowSelection } from './use-row-selection';
import { useScaledScroll } from './use-scaled-scroll';

const noSort: readonly GridSort[] = [];

/** A table of any number of rows, with the full keyboard of an ARIA grid. See README.md for the props. */
export function DataGrid<Row>(props: DataGridProps<Row>): ReactNode {
  const { rowCount, getRow, columns, columnState, selection, labels, onRangeNeeded, change } = props;
  const rowHeight = rowHeights[props.density ?? 'normal'];
  const firstColumn = selection === undefined ? 0 : 1;
  const scroll = useScaledScroll({ rowCount, rowHeight, headerHeight, change });
  const { reveal, showAtTop, visible, scrollerRef } = scroll;

  const placed = useMemo(
    () =>
      placeColumns(columns, columnState, {
        available: scroll.width,
        before: firstColumn * selectionColumnWidth,
      }),
    [columns, columnState, scroll.width, firstColumn],
  );
  const extent = { rowCount, columnCount: placed.length + firstColumn, rowsPerPage: scroll.rowsPerPage };
  const { at, focusCell, noteFocus } = useGridFocus({
    gridRef: scrollerRef,
    extent,
    onRowChange: props.onFocusedRowChange,
    change,
  });
  const rows = useRowSelection(pickSelection(props));

  const moveTo = useCallback(
    (next: CellPosition): void => {
      if (next.row !== headerRow) reveal(next.row);
      focusCell(next);
      if (scrollerRef.current !== null) showColumn(scrollerRef.current, next.column);
    },
    [reveal, focusCell, scrollerRef],
  );

  const { said, moveColumn, dropColumn } = useColumnMoves(props);
  const shared = {
    at,
    columns: placed,
    firstColumn,
    columnState,
    onColumnStateChange: props.onColumnStateChange,
    onSort: props.onSort,
    onOpenRow: props.onOpenRow,
    onHeaderMenu: props.onHeaderMenu,
    rows,
  } as const;
  const moveWithFocus = (columnId: string, by: 1 | -1): void => {
    if (moveColumn(columnId, by)) moveTo({ row: headerRow, column: at.column + by });
  };
  const onKeyDown = useGridKeyboard({ ...shared, extent, moveTo, moveColumn: moveWithFocus });
  const { onClickRow } = props;
  const menuFromRef = useRef(0);
  const onRowMenu: typeof props.onRowMenu =
    props.onRowMenu &&
    ((index, place, columnId) => {
      menuFromRef.current = at.row;
      props.onRowMenu?.(index, place, columnId);
    });
  const pointer = useGridPointer({
    ...shared,
    onRowMenu,
    onClickRow,
    focusCell,
    onColumnDropped: dropColumn,
  });

  // Before painting: rows that are missing are on their way while the empty ones are being painted.
  useLayoutEffect(() => {
    if (visible.end > visible.start) onRangeNeeded({ start: visible.start, end: visible.end });
  }, [onRangeNeeded, visible.start, visible.end, rowCount]);

  useGridHandle(props, {
    at,
    visible,
    placed,
    scrollerRef,
    showAtTop,
    focusCell,
    moveTo,
    moveColumn,
    selectTo: (index) => rows.extend(Math.max(0, menuFromRef.current), index),
  });

  const width = placed.reduce((sum, entry) => sum + entry.width, firstColumn * selectionColumnWidth);
  return (
    <>
      <div
        ref={scrollerRef}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rowCount + 1}
        aria-colcount={extent.columnCount}
        aria-multiselectable={selection === undefined ? undefined : true}
        aria-busy={props.busy === true ? true : undefined}
        className={styles['grid']}
        data-density={props.density ?? 'normal'}
        tabIndex={-1}
        onScroll={scroll.onScroll}
        onKeyDown={onKeyDown}
        onFocus={(event) => noteFocus(event.target)}
        onCopy={(event) => copyFocusedRow(event, props, { row: getRow(at.row), placed })}
        {...pointer}
      >
        <div className={styles['sheet']} style={{ minWidth: width }}>
          <GridHeader
            columns={placed}
            sort={props.sort ?? noSort}
            labels={labels}
            selection={selection === undefined ? undefined : headerState(selection, rowCount)}
            focusedColumn={at.row === headerRow ? at.column : undefined}
          />
          <GridBody grid={props} scroll={scroll} rowHeight={rowHeight} columns={placed} at={at} />
        </div>
        {rowCount === 0 && props.empty !== undefined && (
          // A grid may have nothing but rows in it.
          <div role="row" className={styles['empty']} style={{ height: scroll.viewport }}>
            <div role="gridcell">{props.empty}</div>
          </div>
        )}
      </div>
      {/* Beside the grid, which may have nothing but rows in it. */}
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </>
  );
}

/** Copies the row with the focus, unless the parent has something better to copy. */
function copyFocusedRow<Row>(
  event: ClipboardEvent<HTMLElement>,
  { onCopy }: DataGridProps<Row>,
  { row, placed }: { readonly row: Row | undefined; readonly placed: readonly PlacedColumn<Row>[] },
): void {
  // Text marked with the mouse is what the user means to copy.
  if (document.getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  if (onCopy !== undefined) onCopy();
  else if (row !== undefined) {
    const shown = placed.map((entry) => entry.column);
    event.clipboardData.setData('text/plain', rowsToTsv(shown, [row]));
  }
}

function pickSelection<Row>(props: DataGridProps<Row>): Parameters<typeof useRowSelection<Row>>[0] {
  const { rowCount, getRow, rowKey, selection, onSelectionChange, resolveKeys } = props;
  return { rowCount, getRow, rowKey, selection, onSelectionChange, resolveKeys };
}
