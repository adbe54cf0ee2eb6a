import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '#domain/app-error';
import { stopIfCancelled, throttleProgress } from '../files/progress';
import type { OnProgress } from '../files/progress';
import type { PageSource } from './row-source';

export interface Passing<Row> {
  readonly source: PageSource<Row>;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

/**
 * The pages of a source on their way into a file. Between two of them progress is told and other work of the process gets its
 * turn.
 *
 * Fails with `export/no-rows`, `app/cancelled`, or `store/result-closed` when there are fewer or more rows than announced.
 */
export async function* passPages<Row>({
  source,
  signal,
  onProgress,
}: Passing<Row>): AsyncGenerator<readonly Row[], void> {
  if (source.total === 0) throw new AppError('export/no-rows', { message: 'There are no rows to export.' });
  const tell = throttleProgress(onProgress, () => performance.now());
  let rows = 0;
  for (const page of source.rows(signal)) {
    if (page.length === 0) continue;
    stopIfCancelled(signal);
    yield page;
    rows += page.length;
    tell({ done: rows, total: source.total });
    await nextTurn();
  }
  stopIfCancelled(signal);
  if (rows !== source.total) {
    throw new AppError('store/result-closed', {
      message: 'The rows changed during the export.',
      retryable: true,
    });
  }
}
