import { setImmediate } from 'node:timers/promises';

/** Half of what a slice may take, so that a last step that lasts longer than most keeps it. */
const sliceMs = 4;

/**
 * Runs short steps one after the other, giving way to the event loop every few milliseconds. Answers false when it is not wanted
 * to go on, which is asked after each pause.
 */
export async function inSlices(steps: Iterator<unknown>, isWanted: () => boolean): Promise<boolean> {
  let end = performance.now() + sliceMs;
  while (steps.next().done !== true) {
    if (performance.now() < end) continue;
    await setImmediate();
    if (!isWanted()) return false;
    end = performance.now() + sliceMs;
  }
  return true;
}
