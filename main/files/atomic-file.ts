import path from 'node:path';
import { AppError } from '#domain/app-error';
import { nodeDisk } from './disk';
import type { Disk } from './disk';
import { toWriteError } from './file-error';
import { stopIfCancelled } from './progress';
import { putInPlace } from './put-in-place';
import { isRunning, sweepStaleTemps } from './stale-temps';
import { tempPathFor } from './temp-name';

export type WriteChunk = (bytes: Uint8Array) => Promise<void>;

/** A second, small file that appears together with the first. */
export interface Beside<T> {
  readonly target: string;
  /** Its whole content, told by what `fill` answered. */
  readonly text: (answer: T) => string;
}

export interface AtomicWrite<T> {
  readonly target: string;
  /** Produces the content; what it answers is answered. Throwing gives the whole write up. */
  readonly fill: (write: WriteChunk) => Promise<T>;
  readonly beside?: Beside<T>;
  /** Aborted before the file is in its place, it gives the write up with `app/cancelled`. */
  readonly signal: AbortSignal;
  readonly disk?: Disk;
}

/** Makes a file, fills it and forces it to the disk. */
async function writeNew<T>(disk: Disk, temp: string, fill: AtomicWrite<T>['fill']): Promise<T> {
  const file = await disk.create(temp);
  try {
    const answer = await fill((bytes) => file.writeAll(bytes));
    await file.sync();
    return answer;
  } finally {
    await file.close();
  }
}

/** A rename would replace a write-protected file on some systems: whoever protected it does not want that. */
async function refuseProtected(disk: Disk, target: string): Promise<void> {
  const kind = await disk.kindOf(target);
  if (kind === 'read-only') throw new AppError('file/read-only', { message: 'The file is write-protected.' });
  if (kind === 'folder') throw new AppError('file/not-writable', { message: 'A folder has this name.' });
}

/**
 * Writes a file whole or not at all: into a temporary file beside the target, forced to the disk, then renamed over it. A file
 * `beside` it appears together with it; see `putInPlace`.
 *
 * Whatever goes wrong, the temporary files are removed and older ones stay as they were. Fails with `file/not-found`,
 * `file/not-writable`, `file/read-only`, `file/locked`, `file/disk-full`, or with what `fill` threw.
 */
export async function writeAtomically<T>({
  target,
  fill,
  beside,
  signal,
  disk = nodeDisk,
}: AtomicWrite<T>): Promise<T> {
  const folder = path.dirname(target);
  await sweepStaleTemps(folder, { disk, now: Date.now(), isRunning });
  const file = { target, temp: tempPathFor(target) };
  const other = beside && { target: beside.target, temp: tempPathFor(beside.target) };
  try {
    await refuseProtected(disk, target);
    if (other !== undefined) await refuseProtected(disk, other.target);
    const answer = await writeNew(disk, file.temp, fill);
    if (beside !== undefined && other !== undefined) {
      await writeNew(disk, other.temp, (write) => write(Buffer.from(beside.text(answer), 'utf8')));
    }
    stopIfCancelled(signal);
    await putInPlace(disk, file, other);
    // The file is in its place; a file system that cannot sync folders makes that no failure.
    await disk.syncFolder(folder).catch(() => undefined);
    return answer;
  } catch (thrown) {
    await disk.remove(file.temp).catch(() => undefined);
    if (other !== undefined) await disk.remove(other.temp).catch(() => undefined);
    throw toWriteError(thrown);
  }
}
