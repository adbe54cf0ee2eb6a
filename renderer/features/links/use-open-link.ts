import { useEffect, useRef, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { LinkRow } from '#domain/payment-link';
import type { GridHandle } from '../../grid/grid-types';
import { useDesk } from '../../stores/desk-context';
import { createEditorStore, followOpenEdit, type EditorStore } from './editor/editor-store';
import { hasUnsent } from './editor/link-panel';
import { useKeepPlace } from './use-keep-place';

export interface OpenLink {
  readonly editor: EditorStore;
  /** The table's row that the panel is about, where it is loaded. */
  readonly activeRow: number | undefined;
  readonly open: (index: number) => void;
  /** The keyboard moved to a row: an open panel follows. */
  readonly follow: (index: number) => void;
  readonly close: () => void;
  readonly discard: () => void;
  readonly keep: () => void;
  /** Puts the keyboard back into the table. */
  readonly focusTable: () => void;
  /** Opens the row with the keyboard on it. */
  readonly openFocused: () => void;
}

type GetRow = (index: number) => LinkRow | undefined;

/** Which link's details are open beside the table, and how the keyboard and the panel stay together. */
export function useOpenLink(getRow: GetRow, grid: RefObject<GridHandle | null>): OpenLink {
  const { bridge, query } = useDesk();
  const [editor] = useState(() => createEditorStore(bridge));
  const row = useStore(editor, (state) => state.row);
  const handle = useStore(query, (state) => state.answer?.handle);
  const focusedRef = useRef(-1);

  // The cache changed: the details may have, too.
  useEffect(() => {
    void editor.getState().reread();
  }, [editor, handle]);

  useKeepPlace({ grid, editor, focusedRef });

  useEffect(() => followOpenEdit(bridge, editor), [bridge, editor]);

  const go = (index: number) => {
    const key = getRow(index)?.key;
    if (key !== undefined) editor.getState().go({ index, key }, hasUnsent(editor));
  };
  const giveBackFocus = (index: number | undefined) => {
    if (index === undefined || index < 0) grid.current?.focus();
    else grid.current?.focusRow(index);
  };
  return {
    editor,
    activeRow: row !== undefined && getRow(row.index)?.key === row.key ? row.index : undefined,
    open: go,
    follow: (index) => {
      // Rows that moved under the keyboard took it along: the panel stays on its link.
      if (index === focusedRef.current) return;
      focusedRef.current = index;
      if (index >= 0 && editor.getState().row !== undefined) go(index);
    },
    focusTable: () => grid.current?.focusRow(Math.max(0, focusedRef.current)),
    // Rows may have gone away since: then the keyboard is on the last one.
    openFocused: () =>
      go(Math.min(Math.max(0, focusedRef.current), (query.getState().answer?.total ?? 0) - 1)),
    close: () => {
      const index = editor.getState().row?.index;
      if (editor.getState().go(null, hasUnsent(editor))) giveBackFocus(index);
    },
    discard: () => {
      const wasClosing = editor.getState().asked === null;
      const index = editor.getState().row?.index;
      editor.getState().discardAndGo();
      if (wasClosing) giveBackFocus(index);
    },
    keep: () => editor.getState().stay(),
  };
}
