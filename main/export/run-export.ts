import type { ExportSpec } from '#domain/export-spec';
import type { Instant } from '#domain/instant';
import type { CurrencySum } from '#domain/link-filter';
import type { LinkRow } from '#domain/payment-link';
import { createZoneClock } from '../files/zone-clock';
import { cellValues } from './cell-values';
import { createCsvWriter } from './csv-writer';
import { createCurrencyTotals } from './currency-totals';
import type { RowSource } from './row-source';
import type { LinkWriter, RowWriter } from './row-writer';
import { writePages, type FileTask, type WrittenFile } from './write-pages';
import { createXmlWriter } from './xml-writer';

export interface ExportRequest extends FileTask {
  readonly spec: ExportSpec;
  readonly source: RowSource;
  readonly now: Instant;
}

/** What was written, so that a reader can prove the file complete. */
export interface ExportReceipt extends WrittenFile {
  readonly sums: readonly CurrencySum[];
  /** Characters left out because XML 1.0 cannot hold them (control characters, halves of pairs). */
  readonly strippedCharacters: number;
}

function createWriter({ spec, source, now }: ExportRequest): LinkWriter {
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

/** Writes links into a file, as `writePages` does, and sums up their amounts on the way. */
export async function runExport(request: ExportRequest): Promise<ExportReceipt> {
  const links = createWriter(request);
  const totals = createCurrencyTotals();
  const writer: RowWriter<LinkRow> = {
    ...links,
    rows: (page) => {
      totals.add(page);
      return links.rows(page);
    },
  };
  const written = await writePages({ source: request.source, writer }, request);
  return { ...written, sums: totals.sums(), strippedCharacters: links.strippedCharacters() };
}
