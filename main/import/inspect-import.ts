import type { InspectedFile } from '#contract/import';
import { guessImportMap } from '#domain/import-map';
import type { FileShape } from '#domain/import-reading';
import { judgeReading } from '#domain/judge-reading';
import { factsOfColumns } from './column-facts';
import { readHead } from './file-head';

const SAMPLE_ROWS = 10;
const SAMPLE_CHARS = 200;

export interface InspectRequest {
  readonly path: string;
  /** What the user has decided of the file's shape already; the rest is detected. */
  readonly asked: Partial<FileShape>;
}

/**
 * Finds out what a user needs to see of a file before deciding how to read it: its format, headers, first rows, and how its cells
 * seem to be written. Fails with `file/not-found`, `import/unreadable` or `import/too-large`.
 */
export async function inspectImport(
  { path, asked }: InspectRequest,
  signal: AbortSignal,
): Promise<InspectedFile> {
  const { file, format, seen, shape, headers, rows } = await readHead({
    path,
    asked,
    rows: SAMPLE_ROWS,
    signal,
  });
  const cut = (text: string) => text.slice(0, SAMPLE_CHARS);
  const columns = factsOfColumns(headers, rows);
  const guessed = guessImportMap(headers);
  const { questions, needsZone: _needsZone, ...cells } = judgeReading({ columns, told: seen.told }, guessed);
  return {
    format,
    sizeBytes: file.sizeBytes,
    modifiedAt: file.modifiedAt,
    headers: headers.map(cut),
    sample: rows.map((row) => row.cells.map(cut)),
    guessed,
    reading: { ...shape, ...cells },
    questions: [...seen.questions, ...questions],
    columns,
    told: seen.told,
    ...(seen.sheets === undefined ? {} : { sheets: seen.sheets }),
  };
}
