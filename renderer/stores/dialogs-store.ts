import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BulkPlan, BulkVerb } from '#domain/bulk-job';

/** The dialogs a feature may ask the shell for: features do not know each other, the shell composes them. */
export const dialogNames = [
  'palette',
  'import',
  'export',
  'bulk-edit',
  'settings',
  'shortcuts',
  'add-connection',
  'add-links',
  'create-link',
] as const;
export type DialogName = (typeof dialogNames)[number];

/** With what the bulk edit begins: a choice, or a plan that was made already (taking a job back). */
export type BulkEditStart =
  | { readonly kind: 'choose'; readonly verb: BulkVerb['verb'] }
  | { readonly kind: 'plan'; readonly plan: BulkPlan };

export interface DialogsState {
  readonly opened: DialogName | undefined;
  readonly bulkEdit: BulkEditStart;
  /** Opens a dialog; the bulk edit begins with its first choice. */
  open(name: DialogName): void;
  openBulkEdit(start: BulkEditStart): void;
  close(): void;
}

export type DialogsStore = StoreApi<DialogsState>;

const firstChoice: BulkEditStart = { kind: 'choose', verb: 'set-expiry' };

export function createDialogsStore(): DialogsStore {
  return createStore<DialogsState>((set) => ({
    opened: undefined,
    bulkEdit: firstChoice,
    open: (opened) => set({ opened, bulkEdit: firstChoice }),
    openBulkEdit: (bulkEdit) => set({ opened: 'bulk-edit', bulkEdit }),
    close: () => set({ opened: undefined }),
  }));
}
