export interface Paced {
  /** Asks for the work: it is done at once, or when the span since it was last done is over. */
  ask(): void;
  /** Forgets what was asked for. */
  stop(): void;
}

/** Work that is done at most once per span of milliseconds, however often it is asked for; the last request is never lost. */
export function atMostEvery(spanMs: number, work: () => void): Paced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;
  const begin = (): void => {
    isAsked = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (isAsked) begin();
    }, spanMs);
    work();
  };
  return {
    ask: () => {
      if (timer === undefined) begin();
      else isAsked = true;
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
      isAsked = false;
    },
  };
}
