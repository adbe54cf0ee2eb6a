import { TextDecoder } from 'node:util';
import type { CsvEncoding } from '#domain/import-reading';
import { unreadable } from '../read-failures';
import type { ImportFile, RecordReader } from '../record-reader';
import { headBytes } from '../text-chunks';
import { markLength } from './byte-order-mark';
import { readCsvRecords } from './csv-records';
import { csvShapeOf } from './csv-shape';
import { detectEncoding } from './detect-encoding';

const HEAD_BYTES = 64 * 1024;

interface Head {
  readonly text: string;
  readonly markBytes: number;
}

/** The first characters of a file; the last one may be half a character. */
function headText(head: Uint8Array, encoding: CsvEncoding): Head {
  const markBytes = markLength(head, encoding);
  return { text: new TextDecoder(encoding).decode(head.subarray(markBytes)), markBytes };
}

const control = /[\0-\u0008\u000e-\u001f\ufffd]/g;

/** Bytes that make no text in any encoding: an image, a program. A stray zero byte in a cell is none. */
function isText({ text }: Head): boolean {
  return text.trim() !== '' && (text.match(control)?.length ?? 0) * 10 < text.length;
}

async function readHead(file: ImportFile): Promise<Uint8Array> {
  return headBytes(file.path, HEAD_BYTES);
}

/** CSV and its relatives: text whose lines are rows, with one character between cells. */
export const csvReader: RecordReader = {
  async look(file, { csv: asked }, signal) {
    const bytes = await readHead(file);
    const detected =
      asked === undefined
        ? await detectEncoding(file.path, bytes, signal)
        : { encoding: asked.encoding, isCertain: true };
    const head = headText(bytes, detected.encoding);
    if (!isText(head)) throw unreadable(bytes.length === 0 || head.text.trim() === '' ? 'empty' : 'not-text');
    const delimiter = asked?.delimiter ?? csvShapeOf(head.text).delimiter;
    return {
      shape: { csv: { encoding: detected.encoding, delimiter } },
      questions: detected.isCertain ? [] : ['encoding'],
      told: {},
    };
  },
  async read(file, { csv }, work) {
    if (csv === undefined) throw unreadable('shape');
    const head = headText(await readHead(file), csv.encoding);
    const { newline, isMixed, namingChars } = csvShapeOf(head.text);
    const text = { path: file.path, encoding: csv.encoding, skipBytes: head.markBytes };
    await readCsvRecords({ text, newline, isMixed, namingChars, delimiter: csv.delimiter }, work);
  },
};
