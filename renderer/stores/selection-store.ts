import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LinkSelection } from '#domain/link-filter';

/** Which rows of the table are selected, in the shape the grid uses: some by key, or all that match but some. */
export interface RowSelection {
  readonly mode: 'only' | 'allExcept';
  readonly keys: ReadonlySet<number>;
}

export const noRows: RowSelection = { mode: 'only', keys: new Set() };
export const allRows: RowSelection = { mode: 'allExcept', keys: new Set() };

export interface SelectionState {
  readonly selection: RowSelection;
  select(selection: RowSelection): void;
  clear(): void;
}

export type SelectionStore = StoreApi<SelectionState>;

export function createSelectionStore(): SelectionStore {
  return createStore<SelectionState>((set) => ({
    selection: noRows,
    select: (selection) => set({ selection }),
    clear: () => set({ selection: noRows }),
  }));
}

/** How many rows are selected of `total` matching ones. */
export function countSelected({ mode, keys }: RowSelection, total: number): number {
  return mode === 'only' ? keys.size : Math.max(0, total - keys.size);
}

/** The selection as main takes it; "all but" is about the rows of one opened query. */
export function toLinkSelection({ mode, keys }: RowSelection, handle: number): LinkSelection {
  return mode === 'only' ? { mode, keys: [...keys] } : { mode, handle, keys: [...keys] };
}
