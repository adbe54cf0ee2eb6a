import type { Timers } from '../../../main/processes/timers';

export interface ManualTimers extends Timers {
  /** Lets time pass; what falls due runs in order. */
  readonly pass: (ms: number) => void;
  /** How many timers have not run and were not called off. */
  readonly waiting: () => number;
}

/** Time that moves only when the test says so. */
export function manualTimers(): ManualTimers {
  let now = 0;
  let due: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    after: (delayMs, run) => {
      const timer = { at: now + delayMs, run };
      due.push(timer);
      return () => {
        due = due.filter((other) => other !== timer);
      };
    },
    pass: (ms) => {
      now += ms;
      for (const timer of due.filter(({ at }) => at <= now).sort((one, other) => one.at - other.at)) {
        if (!due.includes(timer)) continue;
        due = due.filter((other) => other !== timer);
        timer.run();
      }
    },
    waiting: () => due.length,
  };
}
