import { useLayoutEffect, useRef, useState } from 'react';
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

/** Turns row indexes into selection changes, also for ranges whose rows were never loaded. `now` gives the grid as it is. */
export function createRowSelection<Row>(now: () => RowSelectionOptions<Row>): RowSelection {
  let extension: Extension | undefined;
  let lastToggled: number | undefined;
  let request = 0;
  let known: Selection | undefined;

  const give = (selection: Selection): void => {
    known = selection;
    now().onSelectionChange?.(selection);
  };
  const endExtension = (): void => {
    extension = undefined;
    lastToggled = undefined;
    request += 1;
  };

  const toggle = (index: number): void => {
    const { getRow, rowKey, selection } = now();
    const row = getRow(index);
    if (row === undefined || selection === undefined) return;
    endExtension();
    lastToggled = index;
    give(toggleRow(selection, rowKey(row)));
  };

  const extend = (from: number, to: number): void => {
    const { getRow, rowKey, selection, resolveKeys } = now();
    if (selection === undefined) return;
    // Cleared or replaced by somebody else: what it was before must not come back with the next extension.
    if (selection !== known) endExtension();
    known = selection;
    const { anchor, base } = (extension ??= { anchor: lastToggled ?? from, base: selection });
    const range = { start: Math.min(anchor, to), end: Math.max(anchor, to) + 1 };
    const mine = (request += 1);
    const select = (keys: Iterable<number>): void => {
      // A range resolved late must not undo what happened meanwhile.
      if (mine === request && now().selection === selection) give(withRows(base, keys, true));
    };
    const { keys, complete } = loadedKeys(range, getRow, rowKey);
    if (complete || resolveKeys === undefined) select(keys);
    // A failed look-up keeps the loaded part selected: never more than the user saw.
    else void resolveKeys(range).then(select, () => select(keys));
  };

  return {
    toggle,
    extend,
    endExtension,
    toggleEverything: () => {
      const { selection, rowCount } = now();
      endExtension();
      if (selection !== undefined) give(toggleAll(selection, rowCount));
    },
    selectEverything: () => {
      endExtension();
      if (now().selection !== undefined) give(selectAll);
    },
  };
}

/** The row selection of a mounted grid; the same object on every render. */
export function useRowSelection<Row>(options: RowSelectionOptions<Row>): RowSelection {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const [rows] = useState(() => createRowSelection<Row>(() => latest.current));
  return rows;
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
