import { useCallback, useRef } from 'react';
import type { RowRange } from './grid-types';
import { isSelected, selectAll, toggleAll, toggleRow, withRows, type Selection } from './selection';

export interface RowSelectionOptions<Row> {
  readonly rowCount: number;
  readonly getRow: (index: number) => Row | undefined;
  readonly rowKey: (row: Row) => number;
  readonly selection: Selection | undefined;
  readonly onSelectionChange: ((selection: Selection) => void) | undefined;
  readonly resolveKeys: ((range: RowRange) => Promise<readonly number[]>) | undefined;
}

export interface RowSelection {
  readonly toggle: (index: number) => void;
  readonly toggleEverything: () => void;
  readonly selectEverything: () => void;
  /** Selects from where the extension began (`from`, if none is under way) to `to`. */
  readonly extend: (from: number, to: number) => void;
  /** The next extension starts afresh. */
  readonly endExtension: () => void;
}

/** An extension under way: rows given back when it shrinks return to what they were in `base`. */
interface Extension {
  readonly anchor: number;
  readonly base: Selection;
}

/** Turns row indexes into selection changes, also for ranges whose rows were never loaded. */
export function useRowSelection<Row>(options: RowSelectionOptions<Row>): RowSelection {
  const { rowCount, getRow, rowKey, selection, onSelectionChange, resolveKeys } = options;
  const extensionRef = useRef<Extension>(undefined);
  const lastToggledRef = useRef<number>(undefined);
  const requestRef = useRef(0);

  const endExtension = useCallback((): void => {
    extensionRef.current = undefined;
    lastToggledRef.current = undefined;
    requestRef.current += 1;
  }, []);

  const toggle = useCallback(
    (index: number): void => {
      const row = getRow(index);
      if (row === undefined || selection === undefined) return;
      endExtension();
      lastToggledRef.current = index;
      onSelectionChange?.(toggleRow(selection, rowKey(row)));
    },
    [getRow, rowKey, selection, onSelectionChange, endExtension],
  );

  const extend = useCallback(
    (from: number, to: number): void => {
      if (selection === undefined) return;
      const extension = extensionRef.current ?? { anchor: lastToggledRef.current ?? from, base: selection };
      extensionRef.current = extension;
      const range = { start: Math.min(extension.anchor, to), end: Math.max(extension.anchor, to) + 1 };
      const request = (requestRef.current += 1);
      const select = (keys: Iterable<number>): void => {
        // A range resolved late must not undo what the user did meanwhile.
        if (request === requestRef.current) onSelectionChange?.(withRows(extension.base, keys, true));
      };
      const { keys, complete } = loadedKeys(range, getRow, rowKey);
      if (complete || resolveKeys === undefined) select(keys);
      // A failed look-up keeps the loaded part selected: never more than the user saw.
      else void resolveKeys(range).then(select, () => select(keys));
    },
    [getRow, rowKey, selection, onSelectionChange, resolveKeys],
  );

  const toggleEverything = useCallback((): void => {
    endExtension();
    if (selection !== undefined) onSelectionChange?.(toggleAll(selection, rowCount));
  }, [selection, rowCount, onSelectionChange, endExtension]);

  const selectEverything = useCallback((): void => {
    endExtension();
    if (selection !== undefined) onSelectionChange?.(selectAll);
  }, [selection, onSelectionChange, endExtension]);

  return { toggle, toggleEverything, selectEverything, extend, endExtension };
}

function loadedKeys<Row>(
  range: RowRange,
  getRow: (index: number) => Row | undefined,
  rowKey: (row: Row) => number,
): { readonly keys: readonly number[]; readonly complete: boolean } {
  const keys: number[] = [];
  for (let index = range.start; index < range.end; index += 1) {
    const row = getRow(index);
    if (row !== undefined) keys.push(rowKey(row));
  }
  return { keys, complete: keys.length === range.end - range.start };
}

/** Tells whether a loaded row is selected; `undefined` in a grid without check boxes. */
export function rowIsSelected<Row>(
  selection: Selection | undefined,
  row: Row | undefined,
  rowKey: (row: Row) => number,
): boolean | undefined {
  if (selection === undefined) return undefined;
  return row === undefined ? selection.mode === 'allExcept' : isSelected(selection, rowKey(row));
}
