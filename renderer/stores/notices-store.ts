import { createStore, type StoreApi } from 'zustand/vanilla';

export type NoticeTone = 'info' | 'success' | 'warning' | 'error';

/** A passing message at the edge of the window. */
export interface DeskNotice {
  readonly id: number;
  readonly tone: NoticeTone;
  readonly text: string;
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

export interface NoticesState {
  readonly notices: readonly DeskNotice[];
  add(notice: Omit<DeskNotice, 'id'>): void;
  dismiss(id: number): void;
}

export type NoticesStore = StoreApi<NoticesState>;

export function createNoticesStore(): NoticesStore {
  let lastId = 0;
  return createStore<NoticesState>((set) => ({
    notices: [],
    add: (notice) => {
      lastId += 1;
      const id = lastId;
      set((state) => ({ notices: [...state.notices, { ...notice, id }] }));
    },
    dismiss: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
  }));
}
