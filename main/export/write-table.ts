import type { TableFormat } from '../store/store-api';
import { createCsvTable, type CsvColumn } from './csv/csv-table';
import type { PageSource } from './row-source';
import { writePages, type FileTask, type WrittenFile } from './write-pages';

/** What is asked of a file with one of the tables: in which words and zone, and where it goes. */
export interface TableRequest<Source> extends FileTask {
  readonly source: Source;
  readonly format: TableFormat;
}

export interface TableColumns<Name extends string, Row> {
  readonly names: readonly Name[];
  readonly headers: Readonly<Record<Name, string>>;
  readonly values: Readonly<Record<Name, (row: Row) => string>>;
  /** The columns that are numbers, amounts or times; all others are text. */
  readonly plain: readonly Name[];
}

/** Writes a table as CSV with a byte order mark; see `writePages` for what can go wrong. */
export function writeTable<Name extends string, Row>(
  { names, headers, values, plain }: TableColumns<Name, Row>,
  request: TableRequest<PageSource<Row>>,
): Promise<WrittenFile> {
  const columns = names.map((name): CsvColumn<Row> => ({
    header: headers[name],
    isText: !plain.includes(name),
    value: values[name],
  }));
  return writePages({ source: request.source, writer: createCsvTable(columns, { bom: true }) }, request);
}
