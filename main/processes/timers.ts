/** Time as this folder needs it, so that tests can hold it still. */
export interface Timers {
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  /** Runs once after the delay in milliseconds; answers the function that calls it off. */
  readonly after: (delayMs: number, run: () => void) => () => void;
}

export const realTimers: Timers = {
  now: () => performance.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
