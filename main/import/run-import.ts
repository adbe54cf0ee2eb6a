import type { ImportSummary, RejectedRow } from '#domain/import-map';
import type { PaymentLink } from '#domain/payment-link';
import { stopIfCancelled, throttleProgress } from '../files/progress';
import type { OnProgress } from '../files/progress';
import { MAX_REJECTED_SHOWN } from './import-limits';
import type { ImportCounts, ImportSink } from './import-sink';
import { readFile } from './read-file';
import type { FileToRead } from './read-file';

export interface ImportRequest extends FileToRead {
  readonly sink: ImportSink;
  /** Rows read so far, with 0 as total; then rows stored so far out of all. */
  readonly onProgress: OnProgress;
}

interface ReadRows {
  readonly rows: number;
  readonly rejectedCount: number;
  readonly rejected: readonly RejectedRow[];
}

const BATCH_ROWS = 2_000;

async function stageGoodRows({ sink, onProgress, ...file }: ImportRequest): Promise<ReadRows> {
  const tell = throttleProgress(onProgress, () => performance.now());
  const rejected: RejectedRow[] = [];
  let batch: PaymentLink[] = [];
  let good = 0;
  let rejectedCount = 0;

  function stageBatch(): void {
    if (batch.length > 0) sink.stage(batch);
    batch = [];
    tell({ done: good + rejectedCount, total: 0 });
  }

  await readFile(file, {
    onGood: (link) => {
      good += 1;
      batch.push(link);
      if (batch.length === BATCH_ROWS) stageBatch();
    },
    onRejected: (row) => {
      rejectedCount += 1;
      if (rejected.length < MAX_REJECTED_SHOWN) rejected.push(row);
    },
  });
  stageBatch();
  return { rows: good + rejectedCount, rejectedCount, rejected };
}

/**
 * Reads a whole CSV file, judges every row, and only then has the good ones stored, all in one transaction. Rejected rows are
 * counted and the first hundred listed.
 *
 * Fails with `import/missing-column`, `import/too-large`, `import/unreadable`, `file/not-found`, `app/cancelled`, or with what the
 * sink threw; then nothing is stored.
 */
export async function runImport(request: ImportRequest): Promise<ImportSummary> {
  const { sink, signal, onProgress } = request;
  const tell = throttleProgress(onProgress, () => performance.now());
  try {
    const read = await stageGoodRows(request);
    stopIfCancelled(signal);
    const { added, changed, unchanged, older }: ImportCounts = await sink.commit({
      signal,
      onStored: (links) => tell({ done: read.rejectedCount + links, total: read.rows }),
    });
    onProgress({ done: read.rows, total: read.rows });
    return { ...read, added, changed, unchanged, older };
  } catch (thrown) {
    sink.discard();
    throw thrown;
  }
}
