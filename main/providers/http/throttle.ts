import { cancelledError } from './http-error';
import type { Sleep } from './sleep';

export interface ThrottleOptions {
  /** Requests under way at once. */
  readonly maxInFlight: number;
  /** Starts per second, evenly spaced; without it only the number in flight counts. */
  readonly perSecond?: number;
}

/** APS documents no limit; three at once is careful. */
export const usualThrottle: ThrottleOptions = { maxInFlight: 3 };

/** Lets requests of one connection through in the order they came, a few at a time. */
export interface Throttle {
  /** Runs a task when it is its turn. Rejects with `app/cancelled` when the signal aborts while it waits. */
  run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T>;
  /** Lets nothing start for so long: one refusal for too many requests speaks for all that wait. */
  pause(ms: number): void;
}

interface Time {
  readonly clock: () => number;
  readonly sleep: Sleep;
}

/** A door that is shut for a while after each start and after each pause; `onOpen` is called when it opens again. */
function createDoor(time: Time, onOpen: () => void) {
  const never = new AbortController().signal;
  let shutAt = 0;
  let shutUntil = 0;
  let isWaiting = false;
  return {
    /** False while shut; then `onOpen` follows. */
    isOpen: (): boolean => {
      const now = time.clock();
      // A clock that was set back must not keep the door shut for the difference.
      const leftMs = now < shutAt ? 0 : shutUntil - now;
      if (leftMs <= 0) return true;
      if (!isWaiting) {
        isWaiting = true;
        void time.sleep(leftMs, never).then(() => {
          isWaiting = false;
          onOpen();
        });
      }
      return false;
    },
    shutFor: (ms: number): void => {
      shutAt = time.clock();
      shutUntil = Math.max(shutUntil, shutAt + ms);
    },
  };
}

/** Those who wait for their turn, first come first served; whoever gives up leaves at once. */
function createQueue() {
  // A set keeps the order of arrival and forgets one entry in one step, however many wait.
  const waiting = new Set<() => void>();
  return {
    join: (signal: AbortSignal): Promise<void> =>
      new Promise((resolve, reject) => {
        const leave = () => {
          waiting.delete(enter);
          reject(cancelledError());
        };
        const enter = () => {
          signal.removeEventListener('abort', leave);
          resolve();
        };
        if (signal.aborted) {
          leave();
          return;
        }
        signal.addEventListener('abort', leave, { once: true });
        waiting.add(enter);
      }),
    isEmpty: (): boolean => waiting.size === 0,
    callNext: (): void => {
      for (const enter of waiting) {
        waiting.delete(enter);
        enter();
        return;
      }
    },
  };
}

/** A throttle on the given clock. */
export function createThrottle(options: ThrottleOptions, time: Time): Throttle {
  const gapMs = options.perSecond === undefined ? 0 : 1000 / options.perSecond;
  const queue = createQueue();
  const door = createDoor(time, letIn);
  let inFlight = 0;

  function letIn(): void {
    while (!queue.isEmpty() && inFlight < options.maxInFlight && door.isOpen()) {
      inFlight += 1;
      door.shutFor(gapMs);
      queue.callNext();
    }
  }

  return {
    run: async (task, signal) => {
      const turn = queue.join(signal);
      letIn();
      await turn;
      try {
        return await task();
      } finally {
        inFlight -= 1;
        letIn();
      }
    },
    pause: (ms) => {
      door.shutFor(ms);
    },
  };
}
