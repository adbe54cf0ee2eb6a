import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '#domain/app-error';
import type { Disk } from './disk';
import { systemCode } from './file-error';
import { tempPathFor } from './temp-name';

/** A finished file and where it belongs. */
export interface FinishedFile {
  readonly temp: string;
  readonly target: string;
}

/** A virus scanner or an indexer holds a file for a moment; a program that has it open, for longer than anybody waits. */
const RENAME_PAUSES_MS = [50, 200, 500];

// Windows has all three for a file that is open elsewhere. Here the folder is known to take files: it took the temporary one.
const heldCodes: ReadonlySet<string | undefined> = new Set(['EBUSY', 'EPERM', 'EACCES']);

/** Renames a file; one that is held is tried again for a moment. Fails with `file/locked`, or as the disk does. */
async function renamePatiently(disk: Disk, from: string, to: string): Promise<void> {
  for (const pauseMs of [...RENAME_PAUSES_MS, undefined]) {
    try {
      await disk.rename(from, to);
      return;
    } catch (thrown) {
      const reason = systemCode(thrown);
      if (reason === undefined || !heldCodes.has(reason)) throw thrown;
      if (pauseMs === undefined) {
        throw new AppError('file/locked', { message: 'Another program holds the file.', reason }, thrown);
      }
      await wait(pauseMs);
    }
  }
}

/** What was done to make room for a file. */
interface Replaced {
  /** Puts the old file back, or takes the new one away where there was none. */
  undo(): Promise<void>;
  /** Lets go of the old file. */
  keep(): Promise<void>;
}

async function replace(disk: Disk, { temp, target }: FinishedFile): Promise<Replaced> {
  if ((await disk.kindOf(target)) === 'nothing') {
    await renamePatiently(disk, temp, target);
    return { undo: () => disk.remove(target), keep: () => Promise.resolve() };
  }
  const old = tempPathFor(target);
  await renamePatiently(disk, target, old);
  const undo = (): Promise<void> => disk.rename(old, target);
  try {
    await renamePatiently(disk, temp, target);
  } catch (thrown) {
    await undo();
    throw thrown;
  }
  return { undo, keep: () => disk.remove(old).catch(() => undefined) };
}

/**
 * Puts a finished file in its place, and another one that belongs to it, both or none.
 *
 * The other one goes first, because it can be taken back; the rename of the file itself then settles it in one step, so that
 * it is the old one or the new one at any moment. A power cut between the two leaves the old file beside a summary whose
 * SHA-256 is not its own, which is how a reader notices.
 */
export async function putInPlace(disk: Disk, file: FinishedFile, beside?: FinishedFile): Promise<void> {
  const other = beside === undefined ? undefined : await replace(disk, beside);
  try {
    await renamePatiently(disk, file.temp, file.target);
  } catch (thrown) {
    await other?.undo().catch(() => undefined);
    throw thrown;
  }
  await other?.keep();
}
