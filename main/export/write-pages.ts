import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '#domain/app-error';
import { writeAtomically } from '../files/atomic-file';
import type { WriteChunk } from '../files/atomic-file';
import type { Disk } from '../files/disk';
import { stopIfCancelled, throttleProgress } from '../files/progress';
import type { OnProgress } from '../files/progress';
import type { PageSource } from './row-source';
import type { RowWriter } from './row-writer';

/** Where a file goes, how far it is, and how it is given up. */
export interface FileTask {
  /** The file to write; one that exists is replaced when everything is written. */
  readonly target: string;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  readonly disk?: Disk;
}

/** What was written, so that a reader can prove the file complete. */
export interface WrittenFile {
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256 of the file, hex. */
  readonly sha256: string;
}

export interface Pages<Row> {
  readonly source: PageSource<Row>;
  readonly writer: RowWriter<Row>;
}

/** Counts and hashes what passes on its way to the file. */
function meter(write: WriteChunk) {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    async write(text: string): Promise<void> {
      const chunk = Buffer.from(text, 'utf8');
      hash.update(chunk);
      bytes += chunk.length;
      await write(chunk);
    },
    result: () => ({ bytes, sha256: hash.digest('hex') }),
  };
}

async function fill<Row>(
  { source, writer }: Pages<Row>,
  { signal, onProgress }: FileTask,
  write: WriteChunk,
): Promise<WrittenFile> {
  const file = meter(write);
  const tell = throttleProgress(onProgress, () => performance.now());
  let rows = 0;
  await file.write(writer.head);
  for (const page of source.rows(signal)) {
    if (page.length === 0) continue;
    stopIfCancelled(signal);
    await file.write(writer.rows(page));
    rows += page.length;
    tell({ done: rows, total: source.total });
    // Queries and cancelling get their turn between two pages.
    await nextTurn();
  }
  stopIfCancelled(signal);
  if (rows !== source.total) {
    throw new AppError('store/result-closed', {
      message: 'The rows changed during the export.',
      retryable: true,
    });
  }
  await file.write(writer.foot);
  return { rows, ...file.result() };
}

/**
 * Writes the rows of a source into a file, page by page, whole or not at all.
 *
 * Fails with `export/no-rows`, `app/cancelled`, `store/result-closed` (fewer or more rows than announced) or a `file/` code; then
 * nothing is left behind and an older file stays as it was.
 */
export async function writePages<Row>(pages: Pages<Row>, task: FileTask): Promise<WrittenFile> {
  const { target, disk, signal } = task;
  stopIfCancelled(signal);
  if (pages.source.total === 0) {
    throw new AppError('export/no-rows', { message: 'There are no rows to export.' });
  }
  const written = await writeAtomically({
    target,
    signal,
    fill: (write) => fill(pages, task, write),
    ...(disk === undefined ? {} : { disk }),
  });
  task.onProgress({ done: written.rows, total: written.rows });
  return written;
}
