import { AppError } from '#domain/app-error';

/** How far long work is. `total` is 0 while it is not yet known. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export type OnProgress = (progress: Progress) => void;

const LEAST_PAUSE_MS = 100;

/** Passes progress on at most ten times a second; `clock` counts milliseconds. */
export function throttleProgress(onProgress: OnProgress, clock: () => number): OnProgress {
  let toldAt = -Infinity;
  return (progress) => {
    const now = clock();
    if (now - toldAt < LEAST_PAUSE_MS) return;
    toldAt = now;
    onProgress(progress);
  };
}

/** Throws `app/cancelled` once the user has cancelled. */
export function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('app/cancelled', { message: 'The work was cancelled.' });
}
