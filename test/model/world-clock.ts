import { sleep } from '../../main/providers/http/sleep';

/** Time that runs fast, so that waits of seconds take milliseconds, and that can jump. */
export interface WorldClock {
  readonly now: () => number;
  /** Waits so many of the world's milliseconds. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly jump: (ms: number) => void;
}

/** How many milliseconds pass in the world while one passes here. */
const speed = 200;

/** Where every world begins; its links are dated around it. */
export const worldStart = Date.UTC(2026, 10, 20, 9, 30);

export function openWorldClock(): WorldClock {
  const begun = performance.now();
  let jumped = 0;
  return {
    now: () => worldStart + jumped + Math.floor((performance.now() - begun) * speed),
    sleep: (ms, signal) => sleep(ms / speed, signal),
    jump: (ms) => {
      jumped += ms;
    },
  };
}
