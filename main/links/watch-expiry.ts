import type { StoreClient } from '../store/store-client';

export interface WatchExpiryOptions {
  readonly store: StoreClient;
  readonly now: () => number;
  /** Links have just passed their expiry. */
  readonly onExpired: () => void;
  readonly onFailure: (thrown: unknown) => void;
  readonly everyMs?: number;
}

/** Nobody waits for a status by the second. */
const minuteMs = 60_000;

/**
 * Marks open links as expired while the clock passes their date, so that a table nobody touches does not go on calling them
 * open. The returned function ends it.
 */
export function watchExpiry({
  store,
  now,
  onExpired,
  onFailure,
  everyMs = minuteMs,
}: WatchExpiryOptions): () => void {
  const look = async () => {
    if ((await store.call('expireOverdue', { now: now() })) > 0) onExpired();
  };
  const timer = setInterval(() => {
    look().catch(onFailure);
  }, everyMs);
  return () => {
    clearInterval(timer);
  };
}
