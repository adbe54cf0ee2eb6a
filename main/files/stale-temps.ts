import path from 'node:path';
import type { Disk } from './disk';
import { makerOf } from './temp-name';

/** A temporary file untouched for so long is nobody's: writing touches it many times a second. */
const STALE_AFTER_MS = 60 * 60 * 1000;

export interface Sweep {
  readonly disk: Disk;
  readonly now: number;
  /** Whether a process of this machine still runs: one that sleeps with the lid closed keeps its file. */
  readonly isRunning: (pid: number) => boolean;
}

/** True while the process exists, also when it belongs to somebody else. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

/** Removes temporary files that a killed export left in a folder. Never fails: whatever cannot be removed stays. */
export async function sweepStaleTemps(folder: string, sweep: Sweep): Promise<void> {
  const names = await sweep.disk.namesIn(folder).catch(() => []);
  for (const name of names) {
    const maker = makerOf(name);
    if (maker === undefined || sweep.isRunning(maker)) continue;
    const file = path.join(folder, name);
    const modifiedAt = await sweep.disk.modifiedAt(file).catch(() => sweep.now);
    // Another machine may be writing here over the network; its process is not in our list, but its file is fresh.
    if (sweep.now - modifiedAt > STALE_AFTER_MS) await sweep.disk.remove(file).catch(() => undefined);
  }
}
