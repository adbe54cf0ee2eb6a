import { guessImportMap } from '#domain/import-map';
import type { ImportMap } from '#domain/import-map';
import type { Instant } from '#domain/instant';
import { readHead } from './read-file';

/** What a user needs to see of a file before deciding how to read it. */
export interface ImportPreview {
  readonly headers: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly guessed: ImportMap;
  readonly modifiedAt: Instant;
  readonly sizeBytes: number;
}

const SAMPLE_ROWS = 10;
const SAMPLE_CHARS = 200;

/** Reads header row, first rows and guesses of a CSV file. Fails with `file/not-found`, `import/unreadable` or `import/too-large`. */
export async function inspectImport(path: string): Promise<ImportPreview> {
  const { file, headers, sample } = await readHead(path, SAMPLE_ROWS, new AbortController().signal);
  const cut = (text: string) => text.slice(0, SAMPLE_CHARS);
  return {
    headers: headers.map(cut),
    sample: sample.map((cells) => cells.map(cut)),
    guessed: guessImportMap(headers),
    modifiedAt: file.modifiedAt,
    sizeBytes: file.sizeBytes,
  };
}
