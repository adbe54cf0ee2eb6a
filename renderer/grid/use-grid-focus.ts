import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { placeOfEvent } from './cell-of-event';
import { insideGrid, type CellPosition, type GridExtent } from './cell-position';
import { rowAfter, type RowsChange } from './rows-change';

export interface GridFocus {
  /** The cell that holds the grid's one tab stop. */
  readonly at: CellPosition;
  /** Makes a cell the tab stop and gives it the focus. */
  readonly focusCell: (at: CellPosition) => void;
  /** The focus came to a cell by itself (mouse, screen reader). */
  readonly noteFocus: (target: EventTarget) => void;
}

export interface GridFocusOptions {
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly extent: GridExtent;
  readonly onRowChange: ((row: number) => void) | undefined;
  /** How the newest rows relate to those before: the focus stays on its row, wherever that went. */
  readonly change: RowsChange | undefined;
}

/**
 * Roving focus: one cell is the tab stop, and it is always drawn, so scrolling it out of sight does not lose the
 * focus. Focusing happens after drawing, because the cell may not exist before.
 */
export function useGridFocus(options: GridFocusOptions): GridFocus {
  const { gridRef, extent, onRowChange, change } = options;
  const [wanted, setWanted] = useState<CellPosition>({ row: 0, column: 0 });
  const [seen, setSeen] = useState(change);
  const mustFocusRef = useRef(false);
  const isNews = change !== seen && change !== undefined;
  const followed = isNews ? { ...wanted, row: rowAfter(change, wanted.row) } : wanted;
  if (change !== seen) {
    setSeen(change);
    setWanted(followed);
  }
  const at = insideGrid(followed, extent);

  useLayoutEffect(() => {
    if (!mustFocusRef.current) return;
    const cell = gridRef.current?.querySelector<HTMLElement>(
      `[data-row="${at.row}"] [data-column="${at.column}"]`,
    );
    if (cell === null || cell === undefined) return;
    mustFocusRef.current = false;
    cell.focus({ preventScroll: true });
  });

  const toldRow = useRef(wanted.row);
  useEffect(() => {
    if (wanted.row !== toldRow.current && wanted.row >= 0) onRowChange?.(wanted.row);
    toldRow.current = wanted.row;
    // Only a move is news: neither a new callback nor rows that went away are.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted.row]);

  const focusCell = useCallback((next: CellPosition): void => {
    mustFocusRef.current = true;
    // A new object even for the same cell, so that the focus is given in any case.
    setWanted({ ...next });
  }, []);
  const noteFocus = useCallback((target: EventTarget): void => {
    const place = placeOfEvent(target);
    if (place === undefined) return;
    const { row, column } = place;
    setWanted((old) => (old.row === row && old.column === column ? old : { row, column }));
  }, []);
  return { at, focusCell, noteFocus };
}
