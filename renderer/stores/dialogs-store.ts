import { createStore, type StoreApi } from 'zustand/vanilla';

/** The dialogs a feature may ask the shell for: features do not know each other, the shell composes them. */
export const dialogNames = [
  'import',
  'export',
  'bulk-expiry',
  'settings',
  'shortcuts',
  'add-connection',
] as const;
export type DialogName = (typeof dialogNames)[number];

export interface DialogsState {
  readonly opened: DialogName | undefined;
  open(name: DialogName): void;
  close(): void;
}

export type DialogsStore = StoreApi<DialogsState>;

export function createDialogsStore(): DialogsStore {
  return createStore<DialogsState>((set) => ({
    opened: undefined,
    open: (opened) => set({ opened }),
    close: () => set({ opened: undefined }),
  }));
}
