import type { FileShape, ImportFormat } from '#domain/import-reading';
import { unreadable } from './read-failures';
import { openFile } from './open-file';
import type { ImportFile, ImportRecord, RecordShape, SeenFile } from './record-reader';
import { readerOf } from './record-readers';

/** The row of headers and the first rows below it. */
export interface FileHead {
  readonly file: ImportFile;
  readonly format: ImportFormat;
  readonly seen: SeenFile;
  readonly shape: FileShape;
  readonly headers: readonly string[];
  readonly rows: readonly ImportRecord[];
}

export interface HeadRequest {
  readonly path: string;
  readonly asked: Partial<FileShape>;
  /** How many rows below the headers are wanted. */
  readonly rows: number;
  readonly signal: AbortSignal;
}

/** Reads the row of headers and up to `rows` rows below it. Fails with a `file/` or `import/` code. */
export async function readHead({ path, asked, rows, signal }: HeadRequest): Promise<FileHead> {
  const { file, format } = await openFile(path);
  const reader = readerOf(format);
  const { headerRow: askedRow, ...askedShape } = asked;
  const seen = await reader.look(file, askedShape, signal);
  const records: ImportRecord[] = [];
  const headerRow = askedRow ?? 0;
  await reader.read(file, seen.shape, {
    signal,
    onRecord(record) {
      records.push(record);
      return records.length > headerRow + rows ? 'stop' : undefined;
    },
  });
  const headers = records[headerRow]?.cells.map((header) => header.trim());
  if (headers === undefined) throw unreadable('empty');
  const shape = { ...seen.shape, headerRow };
  return { file, format, seen, shape, headers, rows: records.slice(headerRow + 1) };
}

/** The part of a reading that tells where the records are. */
export function recordShapeOf({ csv, sheet }: FileShape): RecordShape {
  return { ...(csv === undefined ? {} : { csv }), ...(sheet === undefined ? {} : { sheet }) };
}
