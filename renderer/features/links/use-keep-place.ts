import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { GridHandle } from '../../grid/grid-types';
import { rowAfter } from '../../grid/rows-change';
import { useDesk } from '../../stores/desk-context';
import { placeAfter, withOpenRow } from '../../stores/reader-place';
import type { EditorStore } from './editor/editor-store';

interface Place {
  readonly grid: RefObject<GridHandle | null>;
  readonly editor: EditorStore;
  /** The row number with the keyboard; below 0 while none has it. */
  readonly focusedRef: RefObject<number>;
}

/** Tells the query which rows the reader looks at, and follows them when they move: row numbers change, links do not. */
export function useKeepPlace({ grid, editor, focusedRef }: Place): void {
  const { query } = useDesk();
  const change = useStore(query, (state) => state.change);
  const followedRef = useRef(change);

  useEffect(
    () =>
      query.getState().watchPlace(() => withOpenRow(grid.current?.anchors() ?? [], editor.getState().row)),
    [editor, grid, query],
  );

  // Before the grid tells its new row: that is not a move of the reader's.
  useLayoutEffect(() => {
    // A page that is shown again runs its effects again, but nothing has moved.
    if (change === undefined || change === followedRef.current) return;
    followedRef.current = change;
    focusedRef.current = rowAfter(change, focusedRef.current);
    const { row, go } = editor.getState();
    const index = row === undefined ? undefined : placeAfter(change, row);
    // The same link at another place: nothing unsent is lost.
    if (row !== undefined && typeof index === 'number') go({ ...row, index }, false);
  }, [change, editor, focusedRef]);
}
