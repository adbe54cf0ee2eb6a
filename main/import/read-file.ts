import { AppError } from '#domain/app-error';
import { isZone } from '#domain/expiry';
import { missingFields } from '#domain/import-map';
import type { ImportSpec, RejectedRow } from '#domain/import-map';
import type { Instant } from '#domain/instant';
import type { PaymentLink } from '#domain/payment-link';
import { readHead, recordShapeOf } from './file-head';
import { MAX_ROWS } from './import-limits';
import { idsLookRounded } from './link-id';
import { isOurExport } from './own-export';
import { createRowParser } from './parse-row';
import type { RowParser } from './parse-row';
import { tooLarge } from './read-failures';
import type { ImportRecord } from './record-reader';
import { readerOf } from './record-readers';
import { rejectionOf } from './row-refusal';

/** What becomes of each row of a file, in the file's order. */
export interface RowHandlers {
  readonly onGood: (link: PaymentLink, line: number) => 'stop' | undefined | void;
  readonly onRejected: (row: RejectedRow, record: ImportRecord) => 'stop' | undefined | void;
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
  return (record: ImportRecord) => {
    // Text of later rows may have ended up in a record with unmatched quotes.
    if (record.isBroken)
      return { ok: false, rejection: rejectionOf('columns-missing', record.cells.join(' | ')) } as const;
    const parsed = parse(record);
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
  const { spec, now, signal } = request;
  const ids: string[] = [];
  const head = await readHead({
    path: request.path,
    asked: spec.reading,
    rows: SAMPLE_ROWS,
    signal,
    onHeaders: () => (row) => ids.push(row.cells[spec.map.linkId ?? -1] ?? ''),
  });
  const { file, format, headers, seen } = head;
  checkSpec(spec, headers.length);
  const judge = createJudge(
    createRowParser({
      spec,
      now,
      columns: headers.length,
      idsRounded: idsLookRounded(ids),
      isDefused: format === 'csv',
      isOurs: seen.isOurs ?? isOurExport(headers),
    }),
  );
  const { headerRow } = spec.reading;
  let records = 0;
  await readerOf(format).read(file, recordShapeOf(spec.reading), {
    signal,
    onRecord(record) {
      records += 1;
      if (records <= headerRow + 1) return undefined;
      if (records - headerRow - 1 > MAX_ROWS) throw tooLarge('rows');
      const judged = judge(record);
      const next = judged.ok
        ? handlers.onGood(judged.link, record.line)
        : handlers.onRejected({ line: record.line, ...judged.rejection }, record);
      return next === 'stop' ? 'stop' : undefined;
    },
  });
}
