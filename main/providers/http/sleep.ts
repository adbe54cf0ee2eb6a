import { setTimeout as wait } from 'node:timers/promises';

/** Resolves after some milliseconds; rejects at once when the signal aborts. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** Sleeps on the real clock. */
export const sleep: Sleep = async (ms, signal) => {
  await wait(ms, undefined, { signal });
};
