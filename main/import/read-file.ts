import { AppError } from '#domain/app-error';
import { isZone } from '#domain/expiry';
import { missingFields } from '#domain/import-map';
import type { ImportSpec, RejectedRow } from '#domain/import-map';
import type { Instant } from '#domain/instant';
import type { PaymentLink } from '#domain/payment-link';
import { openCsv, tooLarge, unreadable } from './csv-file';
import type { CsvFile } from './csv-file';
import { readRecords } from './csv-records';
import type { CsvRecord } from './csv-records';
import { MAX_ROWS } from './import-limits';
import { idsLookRounded } from './link-id';
import { createRowParser, rejectionOf } from './parse-row';
import type { RowParser } from './parse-row';

/** The header row and the first rows after it. */
export interface CsvHead {
  readonly file: CsvFile;
  readonly headers: readonly string[];
  readonly sample: readonly (readonly string[])[];
}

/** Reads the header row and up to `rows` rows. Fails with a `file/` or `import/` code. */
export async function readHead(path: string, rows: number, signal: AbortSignal): Promise<CsvHead> {
  const file = await openCsv(path);
  const records: (readonly string[])[] = [];
  await readRecords(file, signal, ({ cells }) => {
    records.push(cells);
    return records.length > rows ? 'stop' : undefined;
  });
  const [headers, ...sample] = records;
  if (headers === undefined) throw unreadable('empty');
  return { file, headers: headers.map((header) => header.trim()), sample };
}

/** What becomes of each row of a file, in the file's order. */
export interface RowHandlers {
  readonly onGood: (link: PaymentLink) => void;
  readonly onRejected: (row: RejectedRow, cells: readonly string[]) => void;
}

export interface FileToRead {
  readonly path: string;
  readonly spec: ImportSpec;
  readonly now: Instant;
  readonly signal: AbortSignal;
}

// Enough ids to tell a rounded column from a file with a round id in it.
const SAMPLE_ROWS = 1_000;

function checkSpec(spec: ImportSpec, columns: number): void {
  const missing = missingFields(spec.map)[0];
  const beyond = Object.values(spec.map).some((index) => index >= columns);
  if (missing !== undefined || beyond) {
    throw new AppError('import/missing-column', {
      message: 'A required column is not mapped to a column of the file.',
      ...(missing === undefined ? {} : { field: missing }),
    });
  }
  if (!isZone(spec.zone)) {
    throw new AppError('ipc/bad-request', { message: 'The time zone is unknown.', field: 'zone' });
  }
}

function createJudge(parse: RowParser) {
  const seen = new Set<string>();
  return ({ cells, isBroken }: CsvRecord) => {
    // Text of later rows may have ended up in a record with unmatched quotes.
    if (isBroken) return { ok: false, rejection: rejectionOf('columns-missing', cells.join(' | ')) } as const;
    const parsed = parse(cells);
    if (!parsed.ok) return parsed;
    const { linkId } = parsed.link;
    if (seen.has(linkId))
      return { ok: false, rejection: rejectionOf('id-repeated', linkId, 'linkId') } as const;
    // A copy: the parser's texts are slices, each of which would keep its whole chunk of the file in memory.
    seen.add(Buffer.from(linkId, 'utf8').toString('utf8'));
    return parsed;
  };
}

/**
 * Judges every row of a file. Of rows with the same id the first good one is taken.
 *
 * Fails with `import/missing-column`, `import/too-large`, `import/unreadable`, `file/not-found` or `app/cancelled`.
 */
export async function readFile(request: FileToRead, handlers: RowHandlers): Promise<void> {
  const { path, spec, now, signal } = request;
  const { file, headers, sample } = await readHead(path, SAMPLE_ROWS, signal);
  checkSpec(spec, headers.length);
  const judge = createJudge(
    createRowParser({
      spec,
      now,
      columns: headers.length,
      idsRounded: idsLookRounded(sample.map((cells) => cells[spec.map.linkId ?? -1] ?? '')),
      commaIsUnclear: file.shape.delimiter === ';',
    }),
  );
  let records = 0;
  await readRecords(file, signal, (record) => {
    records += 1;
    if (records === 1) return undefined; // the header row
    if (records - 1 > MAX_ROWS) throw tooLarge('rows');
    const judged = judge(record);
    if (judged.ok) handlers.onGood(judged.link);
    else handlers.onRejected({ line: record.line, ...judged.rejection }, record.cells);
    return undefined;
  });
}
