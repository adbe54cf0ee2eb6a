import { AppError } from '#domain/app-error';
import type { ExportLanguage } from '../../export/wording';
import { writeAtomically } from '../../files/atomic-file';
import type { WriteChunk } from '../../files/atomic-file';
import type { Disk } from '../../files/disk';
import { readHead, type FileHead } from '../file-head';
import { readFile } from '../read-file';
import type { FileToRead } from '../read-file';
import { readXmlLayout } from '../xml/xml-layout';
import { createCsvRejected } from './csv-rejected';
import type { RejectedFormat } from './rejected-format';
import { reasonOf } from './rejection-words';
import { createXmlRejected } from './xml-rejected';

export interface RejectedFileRequest extends FileToRead {
  readonly target: string;
  /** Of the reasons. */
  readonly language: ExportLanguage;
  readonly disk?: Disk;
}

const CHUNK_CHARS = 64 * 1024;

/** Passes texts on in pieces of some size. Rows come from a reader that cannot wait; it reads no faster than the disk writes. */
function createTextFile(format: RejectedFormat, write: WriteChunk) {
  let text = '';
  let writing: Promise<void> = Promise.resolve();
  const flush = () => {
    const bytes = format.encode(text);
    text = '';
    writing = writing.then(() => write(bytes));
    // Whoever waits for the end is told.
    writing.catch(() => undefined);
  };
  return {
    put(part: string): void {
      text += part;
      if (text.length > CHUNK_CHARS) flush();
    },
    end(): Promise<void> {
      flush();
      return writing;
    },
  };
}

/** Same kind of file, same shape; a workbook's rows become CSV. */
async function formatFor(
  { path, signal, language }: RejectedFileRequest,
  head: FileHead,
): Promise<RejectedFormat> {
  if (head.format === 'xml') return createXmlRejected(await readXmlLayout(path, signal));
  return createCsvRejected(head.headers, head.shape, language);
}

async function writeRejected(request: RejectedFileRequest, write: WriteChunk): Promise<number> {
  const { path, spec, signal, language } = request;
  const head = await readHead({
    path,
    asked: spec.reading,
    rows: 0,
    signal,
    onHeaders: () => () => undefined,
  });
  const format = await formatFor(request, head);
  const file = createTextFile(format, write);
  let rows = 0;
  file.put(format.head);
  await readFile(request, {
    onGood: () => undefined,
    onRejected(row, { cells }) {
      rows += 1;
      file.put(format.row(cells, reasonOf(row, language)));
    },
  });
  if (rows === 0) throw new AppError('export/no-rows', { message: 'No row was rejected.' });
  file.put(format.foot);
  await file.end();
  return rows;
}

/**
 * Writes the rejected rows of a file, as they stand there, as the same kind of file, with a last column that says why. It can be
 * mended and imported again.
 *
 * Fails like an import, with a `file/` code, or with `export/no-rows` when every row is good.
 */
export async function saveRejected(request: RejectedFileRequest): Promise<{ rows: number }> {
  const { target, signal, disk } = request;
  const rows = await writeAtomically({
    target,
    signal,
    fill: (write) => writeRejected(request, write),
    ...(disk === undefined ? {} : { disk }),
  });
  return { rows };
}
