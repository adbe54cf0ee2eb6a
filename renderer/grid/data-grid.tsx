import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  type ClipboardEvent,
  type FocusEvent,
  type ReactNode,
} from 'react';
import { placeOfEvent } from './cell-of-event';
import { headerRow, type CellPosition } from './cell-position';
import { placeColumns } from './columns';
import styles from './data-grid.module.css';
import { GridHeader, headerHeight } from './grid-header';
import { GridRow, selectionColumnWidth } from './grid-row';
import { rowsToTsv } from './grid-tsv';
import { rowHeights, type DataGridProps, type RowRange } from './grid-types';
import { headerState } from './selection';
import { useGridFocus } from './use-grid-focus';
import { useGridKeyboard } from './use-grid-keyboard';
import { useGridPointer } from './use-grid-pointer';
import { showColumn } from './show-column';
import { rowIsSelected, useRowSelection } from './use-row-selection';
import { useScaledScroll } from './use-scaled-scroll';

/** The rows to draw, in order, with the row that has the focus added when it is out of sight. */
function drawnRows(drawn: RowRange, focused: number, rowCount: number): readonly number[] {
  const rows = Array.from(
    { length: Math.max(0, drawn.end - drawn.start) },
    (_, index) => drawn.start + index,
  );
  if (focused < 0 || focused >= rowCount) return rows;
  if (focused < drawn.start) return [focused, ...rows];
  return focused >= drawn.end ? [...rows, focused] : rows;
}

/** Brings a row that is far out of sight near the drawn ones: the spacer is too short for its true place. */
function nearestDrawn(row: number, drawn: RowRange): number {
  return Math.min(Math.max(row, drawn.start - 1), drawn.end);
}

/** A table of any number of rows, with the full keyboard of an ARIA grid. See README.md for the props. */
export function DataGrid<Row>(props: DataGridProps<Row>): ReactNode {
  const { rowCount, getRow, rowKey, columns, columnState, selection, labels, onRangeNeeded } = props;
  const rowHeight = rowHeights[props.density ?? 'normal'];
  const firstColumn = selection === undefined ? 0 : 1;
  const scroll = useScaledScroll(rowCount, rowHeight, headerHeight);
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
  const { at, focusCell, noteFocus } = useGridFocus(scrollerRef, extent, props.onFocusedRowChange);
  const rows = useRowSelection(pickSelection(props));

  const moveTo = useCallback(
    (next: CellPosition): void => {
      if (next.row !== headerRow) reveal(next.row);
      focusCell(next);
      if (scrollerRef.current !== null) showColumn(scrollerRef.current, next.column);
    },
    [reveal, focusCell, scrollerRef],
  );

  const shared = {
    at,
    columns: placed,
    firstColumn,
    columnState,
    onColumnStateChange: props.onColumnStateChange,
    onSort: props.onSort,
    onOpenRow: props.onOpenRow,
    rows,
  } as const;
  const onKeyDown = useGridKeyboard({ ...shared, extent, moveTo });
  const { onRowMenu, onClickRow } = props;
  const pointer = useGridPointer({ ...shared, onRowMenu, onClickRow, focusCell });

  useEffect(() => {
    if (visible.end > visible.start) onRangeNeeded({ start: visible.start, end: visible.end });
  }, [onRangeNeeded, visible.start, visible.end, rowCount]);

  useImperativeHandle(
    props.ref,
    () => ({
      focus: () => focusCell(at),
      focusRow: (index: number) => moveTo({ row: index, column: at.column }),
      scrollToRow: showAtTop,
    }),
    [focusCell, moveTo, showAtTop, at],
  );

  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const place = placeOfEvent(event.target);
    if (place !== undefined) noteFocus({ row: place.row, column: place.column });
  };

  const onCopy = (event: ClipboardEvent<HTMLElement>): void => {
    // Text marked with the mouse is what the user means to copy.
    if (document.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    if (props.onCopy !== undefined) {
      props.onCopy();
      return;
    }
    const row = getRow(at.row);
    const shown = placed.map((entry) => entry.column);
    if (row !== undefined) event.clipboardData.setData('text/plain', rowsToTsv(shown, [row]));
  };

  const width = placed.reduce((sum, entry) => sum + entry.width, firstColumn * selectionColumnWidth);
  return (
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
      onFocus={onFocus}
      onCopy={onCopy}
      {...pointer}
    >
      <div className={styles['sheet']} style={{ minWidth: width }}>
        <GridHeader
          columns={placed}
          sort={props.sort ?? []}
          labels={labels}
          selection={selection === undefined ? undefined : headerState(selection, rowCount)}
          focusedColumn={at.row === headerRow ? at.column : undefined}
        />
        <div role="rowgroup" className={styles['body']} style={{ height: scroll.spacer }}>
          {drawnRows(scroll.drawn, at.row, rowCount).map((index) => {
            const row = getRow(index);
            return (
              <GridRow
                key={index}
                row={row}
                index={index}
                top={nearestDrawn(index, scroll.drawn) * rowHeight + scroll.shift}
                height={rowHeight}
                columns={placed}
                labels={labels}
                selected={rowIsSelected(selection, row, rowKey)}
                isOpen={props.activeRow === index}
                focusedColumn={at.row === index ? at.column : undefined}
              />
            );
          })}
        </div>
      </div>
      {rowCount === 0 && props.empty !== undefined && (
        // A grid may have nothing but rows in it.
        <div role="row" className={styles['empty']} style={{ height: scroll.viewport }}>
          <div role="gridcell">{props.empty}</div>
        </div>
      )}
    </div>
  );
}

function pickSelection<Row>(props: DataGridProps<Row>): Parameters<typeof useRowSelection<Row>>[0] {
  const { rowCount, getRow, rowKey, selection, onSelectionChange, resolveKeys } = props;
  return { rowCount, getRow, rowKey, selection, onSelectionChange, resolveKeys };
}
