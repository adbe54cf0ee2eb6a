import { createContext, use, type ReactNode } from 'react';
import type { Desk } from './desk';

const DeskContext = createContext<Desk | undefined>(undefined);

export function DeskProvider({ desk, children }: { readonly desk: Desk; readonly children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The shared stores and the bridge; read a store's state with zustand's `useStore(desk.query, pick)`. */
export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === undefined) throw new Error('useDesk needs a DeskProvider above it.');
  return desk;
}
