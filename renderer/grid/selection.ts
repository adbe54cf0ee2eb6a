/**
 * Which rows are selected, without ever listing them all: either only the named keys, or every row of the
 * query except the named keys. Selecting all of a million rows is therefore one small object.
 */
export interface Selection {
  readonly mode: 'only' | 'allExcept';
  readonly keys: ReadonlySet<number>;
}

export const selectNothing: Selection = { mode: 'only', keys: new Set() };

/** Selects every row the query matches. */
export const selectAll: Selection = { mode: 'allExcept', keys: new Set() };

/** Tells whether the row with this key is selected. */
export function isSelected(selection: Selection, key: number): boolean {
  return selection.keys.has(key) === (selection.mode === 'only');
}

/** Selects or clears these rows and leaves the others as they are. */
export function withRows(selection: Selection, keys: Iterable<number>, selected: boolean): Selection {
  const named = new Set(selection.keys);
  const keep = selected === (selection.mode === 'only');
  for (const key of keys) {
    if (keep) named.add(key);
    else named.delete(key);
  }
  return { mode: selection.mode, keys: named };
}

/** Selects the row if it is clear, clears it if it is selected. */
export function toggleRow(selection: Selection, key: number): Selection {
  return withRows(selection, [key], !isSelected(selection, key));
}

/** Counts the selected rows of a query that matches `total` rows. */
export function selectedCount(selection: Selection, total: number): number {
  return selection.mode === 'only' ? selection.keys.size : Math.max(0, total - selection.keys.size);
}

/** What the header check box shows: nothing, something or everything is selected. */
export function headerState(selection: Selection, total: number): 'none' | 'some' | 'all' {
  const count = selectedCount(selection, total);
  if (count === 0) return 'none';
  return count >= total ? 'all' : 'some';
}

/** The header check box was pressed: everything becomes nothing, anything less becomes everything. */
export function toggleAll(selection: Selection, total: number): Selection {
  return headerState(selection, total) === 'all' ? selectNothing : selectAll;
}
