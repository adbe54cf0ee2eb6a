import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '#domain/app-error';
import type { ExportSpec } from '#domain/export-spec';
import type { Instant } from '#domain/instant';
import type { CurrencySum } from '#domain/link-filter';
import { writeAtomically } from '../files/atomic-file';
import type { WriteChunk } from '../files/atomic-file';
import type { Disk } from '../files/disk';
import { stopIfCancelled, throttleProgress } from '../files/progress';
import type { OnProgress } from '../files/progress';
import { createZoneClock } from '../files/zone-clock';
import { cellValues } from './cell-values';
import { createCsvWriter } from './csv-writer';
import { createCurrencyTotals } from './currency-totals';
import type { RowSource } from './row-source';
import type { RowWriter } from './row-writer';
import { createXmlWriter } from './xml-writer';

export interface ExportRequest {
  readonly spec: ExportSpec;
  /** The file to write; one that exists is replaced when everything is written. */
  readonly target: string;
  readonly source: RowSource;
  readonly now: Instant;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  readonly disk?: Disk;
}

/** What was written, so that a reader can prove the file complete. */
export interface ExportReceipt {
  readonly rows: number;
  readonly bytes: number;
  readonly sums: readonly CurrencySum[];
  /** SHA-256 of the file, hex. */
  readonly sha256: string;
  /** Characters left out because XML 1.0 cannot hold them (control characters, halves of pairs). */
  readonly strippedCharacters: number;
}

function createWriter({ spec, source, now }: ExportRequest): RowWriter {
  const values = cellValues(spec, (connectionId) => source.connectionName(connectionId));
  if (spec.format === 'csv') return createCsvWriter(spec, values);
  return createXmlWriter(spec, values, {
    createdAt: createZoneClock(spec.zone).format(now),
    zone: spec.zone,
    amounts: spec.amounts,
    language: spec.language,
    rows: String(source.total),
  });
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

async function fill(request: ExportRequest, write: WriteChunk): Promise<ExportReceipt> {
  const { source, signal } = request;
  const writer = createWriter(request);
  const file = meter(write);
  const totals = createCurrencyTotals();
  const tell = throttleProgress(request.onProgress, () => performance.now());
  let rows = 0;
  await file.write(writer.head);
  for (const page of source.rows(signal)) {
    if (page.length === 0) continue;
    stopIfCancelled(signal);
    totals.add(page);
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
  return { rows, sums: totals.sums(), strippedCharacters: writer.strippedCharacters(), ...file.result() };
}

/**
 * Writes the rows of a source into a file, page by page, whole or not at all.
 *
 * Fails with `export/no-rows`, `app/cancelled`, `store/result-closed` (fewer or more rows than announced) or a `file/` code; then
 * nothing is left behind and an older file stays as it was.
 */
export async function runExport(request: ExportRequest): Promise<ExportReceipt> {
  const { source, target, disk, signal } = request;
  stopIfCancelled(signal);
  if (source.total === 0) throw new AppError('export/no-rows', { message: 'There are no rows to export.' });
  const receipt = await writeAtomically({
    target,
    signal,
    fill: (write) => fill(request, write),
    ...(disk === undefined ? {} : { disk }),
  });
  request.onProgress({ done: receipt.rows, total: receipt.rows });
  return receipt;
}
