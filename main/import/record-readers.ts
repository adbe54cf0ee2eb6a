import type { ImportFormat } from '#domain/import-reading';
import { csvReader } from './csv/csv-reader';
import type { RecordReader } from './record-reader';
import { xlsxReader } from './xlsx/xlsx-reader';
import { xmlReader } from './xml/xml-reader';

const readers: Readonly<Record<ImportFormat, RecordReader>> = {
  csv: csvReader,
  xml: xmlReader,
  xlsx: xlsxReader,
};

/** The reader of a format. */
export function readerOf(format: ImportFormat): RecordReader {
  return readers[format];
}
