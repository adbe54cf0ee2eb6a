import { writeAtomically } from '../files/atomic-file';
import type { Disk } from '../files/disk';
import { stopIfCancelled } from '../files/progress';
import type { OnProgress } from '../files/progress';
import { createOutput } from './export-output';
import { passPages } from './pass-pages';
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

/**
 * Writes the rows of a source into a file, page by page, whole or not at all.
 *
 * Fails with `export/no-rows`, `app/cancelled`, `store/result-closed` (fewer or more rows than announced) or a `file/` code; then
 * nothing is left behind and an older file stays as it was.
 */
export async function writePages<Row>({ source, writer }: Pages<Row>, task: FileTask): Promise<WrittenFile> {
  const { target, disk, signal, onProgress } = task;
  stopIfCancelled(signal);
  const written = await writeAtomically({
    target,
    signal,
    ...(disk === undefined ? {} : { disk }),
    fill: async (write) => {
      const output = createOutput(write);
      output.add(writer.head);
      for await (const page of passPages({ source, signal, onProgress })) {
        output.add(writer.rows(page));
        await output.drain();
      }
      const sha256 = await output.sha256();
      return { rows: source.total, bytes: output.bytes(), sha256 };
    },
  });
  onProgress({ done: written.rows, total: written.rows });
  return written;
}
