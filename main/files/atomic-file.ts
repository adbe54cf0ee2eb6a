import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { nodeDisk } from './disk';
import type { Disk, OpenFile } from './disk';
import { toWriteError } from './file-error';
import { stopIfCancelled } from './progress';
import { isRunning, sweepStaleTemps } from './stale-temps';
import { tempPathFor } from './temp-name';

export type WriteChunk = (bytes: Uint8Array) => Promise<void>;

export interface AtomicWrite<T> {
  readonly target: string;
  /** Produces the content; what it answers is answered. Throwing gives the whole write up. */
  readonly fill: (write: WriteChunk) => Promise<T>;
  /** Aborted before the file is in its place, it gives the write up with `app/cancelled`. */
  readonly signal: AbortSignal;
  readonly disk?: Disk;
}

/** On Windows a virus scanner or an indexer may hold the old file for a moment. */
const RENAME_PAUSES_MS = process.platform === 'win32' ? [50, 200, 500] : [];

async function renamePatiently(disk: Disk, from: string, to: string): Promise<void> {
  for (const pauseMs of RENAME_PAUSES_MS) {
    try {
      await disk.rename(from, to);
      return;
    } catch {
      await wait(pauseMs);
    }
  }
  await disk.rename(from, to);
}

async function fillAndClose<T>(file: OpenFile, fill: AtomicWrite<T>['fill']): Promise<T> {
  try {
    const answer = await fill((bytes) => file.writeAll(bytes));
    await file.sync();
    return answer;
  } finally {
    await file.close();
  }
}

/**
 * Writes a file whole or not at all: into a temporary file beside the target, forced to the disk, then renamed over it.
 *
 * Whatever goes wrong, the temporary file is removed and an older target stays as it was. Fails with `file/not-found`,
 * `file/not-writable`, `file/disk-full`, or with what `fill` threw.
 */
export async function writeAtomically<T>({
  target,
  fill,
  signal,
  disk = nodeDisk,
}: AtomicWrite<T>): Promise<T> {
  const folder = path.dirname(target);
  await sweepStaleTemps(folder, { disk, now: Date.now(), isRunning });
  const temp = tempPathFor(target);
  try {
    const file = await disk.create(temp);
    try {
      const answer = await fillAndClose(file, fill);
      stopIfCancelled(signal);
      await renamePatiently(disk, temp, target);
      // The file is in its place; a file system that cannot sync folders makes that no failure.
      await disk.syncFolder(folder).catch(() => undefined);
      return answer;
    } catch (thrown) {
      await disk.remove(temp).catch(() => undefined);
      throw thrown;
    }
  } catch (thrown) {
    throw toWriteError(thrown);
  }
}
