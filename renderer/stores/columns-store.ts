import { createStore, type StoreApi } from 'zustand/vanilla';

/** Order, visibility and widths of the table's columns, in the shape the grid uses. */
export interface ColumnLayout {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
}

export interface ColumnsState {
  readonly layout: ColumnLayout;
  setLayout(layout: ColumnLayout): void;
  toggle(columnId: string): void;
}

export type ColumnsStore = StoreApi<ColumnsState>;

export function createColumnsStore(hidden: readonly string[]): ColumnsStore {
  return createStore<ColumnsState>((set) => ({
    layout: { order: [], hidden, widths: {} },
    setLayout: (layout) => set({ layout }),
    toggle: (columnId) =>
      set(({ layout }) => ({
        layout: {
          ...layout,
          hidden: layout.hidden.includes(columnId)
            ? layout.hidden.filter((id) => id !== columnId)
            : [...layout.hidden, columnId],
        },
      })),
  }));
}
