import { columnKinds } from '#domain/export-spec';
import type { ExportColumn, ExportSpec } from '#domain/export-spec';
import type { LinkRow } from '#domain/payment-link';
import type { CellValue } from './cell-values';
import { createCsvTable } from './csv-table';
import type { LinkWriter } from './row-writer';
import { headerOf } from './wording';

/** Links as CSV, with the columns that were asked for. */
export function createCsvWriter(
  spec: ExportSpec,
  values: Readonly<Record<ExportColumn, CellValue>>,
): LinkWriter {
  const columns = spec.columns.map((column) => ({
    header: headerOf(column, spec),
    isText: columnKinds[column] === 'text',
    value: values[column],
  }));
  return { ...createCsvTable<LinkRow>(columns, spec), strippedCharacters: () => 0 };
}
