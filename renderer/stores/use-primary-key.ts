import { useStore } from 'zustand';
import { useDesk } from './desk-context';

/** The key that shortcuts begin with, as people know it: `⌘` on a Mac, else `Ctrl`. */
export function usePrimaryKey(): string {
  const { status } = useDesk();
  return useStore(status, (state) => state.status?.platform === 'darwin') ? '⌘' : 'Ctrl';
}
