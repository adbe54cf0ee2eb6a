import { useEffect, useRef } from 'react';

interface Paused {
  /** Acts after a pause in which nothing newer came. */
  readonly soon: (act: () => void) => void;
  /** Acts at once; what still waited is forgotten. */
  readonly now: (act: () => void) => void;
}

/** Runs the newest of several actions; what still waits when the part goes away is run then, not lost. */
export function usePaused(pauseMs: number): Paused {
  const waiting = useRef<{ readonly act: () => void; readonly timer: ReturnType<typeof setTimeout> }>(
    undefined,
  );
  const run = (act: (() => void) | undefined) => {
    clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
    act?.();
  };
  useEffect(
    () => () => {
      const last = waiting.current;
      if (last === undefined) return;
      clearTimeout(last.timer);
      waiting.current = undefined;
      last.act();
    },
    [],
  );
  return {
    now: run,
    soon: (act) => {
      clearTimeout(waiting.current?.timer);
      waiting.current = { act, timer: setTimeout(() => run(act), pauseMs) };
    },
  };
}
