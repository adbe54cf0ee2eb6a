import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ColumnLayout } from '#domain/saved-view';

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
