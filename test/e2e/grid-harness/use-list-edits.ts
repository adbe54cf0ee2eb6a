import { useEffect, useRef, useState, type RefObject } from 'react';
import type { GridHandle } from '../../../renderer/grid/grid-types';
import type { RowsChange } from '../../../renderer/grid/rows-change';
import { keepPlace } from '../../../renderer/stores/reader-place';
import { placeOf, untouched, type ListEdit } from './list-edit';

export interface EditedList {
  readonly edit: ListEdit;
  readonly change: RowsChange | undefined;
  readonly grid: RefObject<GridHandle | null>;
}

/** Edits of the list that a test asks for by an event: the same query is answered again, and the reader keeps his place. */
export function useListEdits(): EditedList {
  const grid = useRef<GridHandle>(null);
  const [{ edit, change }, setState] = useState<{
    readonly edit: ListEdit;
    readonly change: RowsChange | undefined;
  }>({ edit: untouched, change: undefined });
  useEffect(() => {
    const onEdit = (event: Event): void => {
      if (!(event instanceof CustomEvent)) return;
      // The tests of this page are the only ones to send it.
      const wanted = event.detail as Partial<ListEdit>;
      const asked = grid.current?.anchors() ?? [];
      setState((before) => {
        const next = { ...before.edit, ...wanted };
        const now = asked.map(({ key }) => placeOf(next, key - 1));
        return { edit: next, change: keepPlace(asked, now) };
      });
    };
    window.addEventListener('edit-list', onEdit);
    return () => window.removeEventListener('edit-list', onEdit);
  }, []);
  return { edit, change, grid };
}
