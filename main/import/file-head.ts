import type { FileShape, ImportFormat } from '#domain/import-reading';
import { findHeaderRow, HEADER_SEARCH_ROWS } from './header-row';
import { MAX_COLUMNS } from './import-limits';
import { openFile } from './open-file';
import { tooLarge, unreadable } from './read-failures';
import type { ImportFile, ImportRecord, RecordShape, SeenFile } from './record-reader';
import { readerOf } from './record-readers';

/** The row of headers and what comes before its rows. */
export interface FileHead {
  readonly file: ImportFile;
  readonly format: ImportFormat;
  readonly seen: SeenFile;
  readonly shape: FileShape;
  readonly headers: readonly string[];
}

export interface HeadRequest {
  readonly path: string;
  /** What is known of the file's shape; the rest is detected. */
  readonly asked: Partial<FileShape>;
  /** How many rows below the headers are wanted. */
  readonly rows: number;
  readonly signal: AbortSignal;
  /** Told the headers, answers what takes the rows below them. */
  readonly onHeaders: (headers: readonly string[]) => (row: ImportRecord) => void;
}

/** Hands records to `onHeaders` and on, as soon as the row of headers is known. */
function createHeadFinder({ asked, rows, onHeaders }: HeadRequest) {
  const waiting: ImportRecord[] = [];
  let take: ((row: ImportRecord) => void) | undefined;
  let found: { readonly headerRow: number; readonly headers: readonly string[] } | undefined;
  let taken = 0;

  function pass(row: ImportRecord): 'stop' | undefined {
    if (taken === rows) return 'stop';
    taken += 1;
    take?.(row);
    return undefined;
  }

  function findHeaders(): 'stop' | undefined {
    const headerRow = asked.headerRow ?? findHeaderRow(waiting);
    const headers = waiting[headerRow]?.cells.map((header) => header.trim());
    if (headers === undefined) throw unreadable('empty');
    if (headers.length > MAX_COLUMNS) throw tooLarge('columns');
    found = { headerRow, headers };
    take = onHeaders(headers);
    return waiting.slice(headerRow + 1).some((row) => pass(row) === 'stop') ? 'stop' : undefined;
  }

  const enough = asked.headerRow === undefined ? HEADER_SEARCH_ROWS : asked.headerRow + 1;
  return {
    onRecord(record: ImportRecord): 'stop' | undefined {
      if (found !== undefined) return pass(record);
      waiting.push(record);
      return waiting.length === enough ? findHeaders() : undefined;
    },
    end() {
      if (found === undefined) findHeaders();
      // Finding them throws when there are none.
      return found ?? { headerRow: 0, headers: [] };
    },
  };
}

/** Reads the row of headers and up to `rows` rows below it. Fails with a `file/` or `import/` code. */
export async function readHead(request: HeadRequest): Promise<FileHead> {
  const { path, asked, signal } = request;
  const { file, format } = await openFile(path);
  const reader = readerOf(format);
  const seen = await reader.look(file, recordShapeOf(asked), signal);
  const finder = createHeadFinder(request);
  await reader.read(file, seen.shape, { signal, onRecord: (record) => finder.onRecord(record) });
  const { headerRow, headers } = finder.end();
  return { file, format, seen, headers, shape: { ...seen.shape, headerRow } };
}

/** The part of a reading that tells where the records are. */
export function recordShapeOf({ csv, sheet }: Partial<FileShape>): RecordShape {
  return { ...(csv === undefined ? {} : { csv }), ...(sheet === undefined ? {} : { sheet }) };
}
