import type { ImportFormat } from '#domain/import-reading';
import { csvReader } from './csv/csv-reader';
import { unreadable } from './read-failures';
import type { RecordReader } from './record-reader';
import { xlsxReader } from './xlsx/xlsx-reader';

const readers: Readonly<Partial<Record<ImportFormat, RecordReader>>> = { csv: csvReader, xlsx: xlsxReader };

/** The reader of a format. */
export function readerOf(format: ImportFormat): RecordReader {
  const reader = readers[format];
  if (reader === undefined) throw unreadable('format');
  return reader;
}
