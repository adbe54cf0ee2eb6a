import type { LinkQueryAnswer } from '#contract/links';
import type { Bridge } from '../bridge/bridge-client';

/** Opened queries that main keeps rows for. */
export interface Handles {
  /** Closes a query that is no longer shown, once nothing reads it any more. */
  close(answer: LinkQueryAnswer | undefined): void;
  /** Runs work that reads an opened query in several calls. */
  hold<T>(working: Promise<T>): Promise<T>;
}

export function createHandles(bridge: Bridge): Handles {
  const underWay = new Set<Promise<unknown>>();
  return {
    close: (answer) => {
      if (answer === undefined) return;
      // Closing is housekeeping: main also closes what is left when the window goes.
      Promise.allSettled(underWay)
        .then(() => bridge.call('links:close', { handle: answer.handle }))
        .catch(() => undefined);
    },
    hold: (working) => {
      underWay.add(working);
      return working.finally(() => underWay.delete(working));
    },
  };
}
