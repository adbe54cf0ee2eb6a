/** How many edits had settled at a moment, epoch milliseconds. */
export interface PaceSample {
  readonly at: number;
  readonly done: number;
}

/** The recent course of a running job, oldest first. */
export type Pace = readonly PaceSample[];

export const noPace: Pace = [];

/** Older samples say little about the present rate. */
const windowMs = 20_000;
/** Over a shorter span a rate jumps too much to be read. */
const leastSpanMs = 1000;

/** Adds a sample and forgets what is too old. Going back (failed edits are tried again) starts a new course. */
export function notePace(pace: Pace, sample: PaceSample): Pace {
  const last = pace.at(-1);
  if (last !== undefined && sample.done < last.done) return [sample];
  return [...pace.filter(({ at }) => sample.at - at <= windowMs), sample];
}

/** Settled edits per second; undefined while too little is known. */
export function ratePerSecond(pace: Pace): number | undefined {
  const first = pace[0];
  const last = pace.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const span = last.at - first.at;
  return span < leastSpanMs ? undefined : ((last.done - first.done) * 1000) / span;
}

/** How long the rest will take at the present rate, in milliseconds; undefined while nothing moves. */
export function timeLeftMs(pace: Pace, left: number): number | undefined {
  const rate = ratePerSecond(pace);
  return rate === undefined || rate <= 0 ? undefined : (left / rate) * 1000;
}

/** The last quarter that was reached, in percent: what is worth saying aloud. */
export function milestoneOf({ done, total }: { readonly done: number; readonly total: number }): number {
  return total === 0 ? 0 : Math.floor((done / total) * 4) * 25;
}
