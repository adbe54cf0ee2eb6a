import type { InspectedFile } from '#contract/import';
import { guessImportMap } from '#domain/import-map';
import type { FileShape } from '#domain/import-reading';
import { judgeReading } from '#domain/judge-reading';
import { createFactsGatherer } from './column-facts';
import { readHead } from './file-head';
import { isOurExport, toldByHeader } from './own-export';
import type { ImportRecord } from './record-reader';

const SAMPLE_ROWS = 10;
const SAMPLE_CHARS = 200;
/** Enough to meet a day past the twelfth; the whole file is judged row by row anyway. */
const FACTS_ROWS = 100_000;

export interface InspectRequest {
  readonly path: string;
  /** What the user has decided of the file's shape already; the rest is detected. */
  readonly asked: Partial<FileShape>;
}

const cut = (text: string) => text.slice(0, SAMPLE_CHARS);

/** Gathers facts about the columns and the first rows. */
function createObserver() {
  let gatherer = createFactsGatherer(0);
  let headersSeen: readonly string[] = [];
  const sample: (readonly string[])[] = [];
  return {
    sample,
    onHeaders(headers: readonly string[]) {
      headersSeen = headers;
      gatherer = createFactsGatherer(headers.length);
      return (row: ImportRecord) => {
        if (sample.length < SAMPLE_ROWS) sample.push(row.cells.map(cut));
        gatherer.take(row);
      };
    },
    columns(isOurs = isOurExport(headersSeen)) {
      return gatherer
        .facts()
        .map((facts, index) => ({ ...facts, ...toldByHeader(headersSeen[index] ?? '', facts, isOurs) }));
    },
  };
}

/**
 * Finds out what a user needs to see of a file before deciding how to read it: its format, headers, first rows, and how its cells
 * seem to be written. Fails with `file/not-found` or an `import/` code.
 */
export async function inspectImport(
  { path, asked }: InspectRequest,
  signal: AbortSignal,
): Promise<InspectedFile> {
  const observer = createObserver();
  const { file, format, seen, shape, headers } = await readHead({
    path,
    asked,
    rows: FACTS_ROWS,
    signal,
    onHeaders: (found) => observer.onHeaders(found),
  });
  const columns = observer.columns(seen.isOurs);
  const guessed = guessImportMap(headers);
  const { questions, needsZone: _needsZone, ...cells } = judgeReading({ columns, told: seen.told }, guessed);
  return {
    format,
    sizeBytes: file.sizeBytes,
    modifiedAt: file.modifiedAt,
    headers: headers.map(cut),
    sample: observer.sample,
    guessed,
    reading: { ...shape, ...cells },
    questions: [...seen.questions, ...questions],
    columns,
    told: seen.told,
    ...(seen.sheets === undefined ? {} : { sheets: seen.sheets }),
  };
}
