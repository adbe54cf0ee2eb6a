import type { Bridge } from '../bridge/bridge-client';
import type { QueryStore } from './query-store';

/**
 * Opens the query again when cached links change: at most every 300 ms, because a running job reports many changes a second, and
 * one opening after the other, because a large one takes longer than that. Nor is a count cut short that the reader waits for.
 */
export function followLinkChanges(bridge: Bridge, store: QueryStore, waitMs = 300): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasChanged = false;
  const openSoon = () => {
    timer ??= setTimeout(() => {
      const { answer, isCounting, reopen } = store.getState();
      const isWanted = answer?.isComplete === false && isCounting;
      if (!isWanted) hasChanged = false;
      void (isWanted ? Promise.resolve() : reopen('quietly')).then(() => {
        timer = undefined;
        if (hasChanged) openSoon();
      });
    }, waitMs);
  };
  const unsubscribe = bridge.on('links:changed', () => {
    hasChanged = true;
    openSoon();
  });
  return () => {
    clearTimeout(timer);
    hasChanged = false;
    unsubscribe();
  };
}
