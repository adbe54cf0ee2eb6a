import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { toReadError } from '../../files/file-error';
import { MAX_CELL_CHARS, MAX_RECORD_CHARS } from '../import-limits';
import { tooLarge, unreadable } from '../read-failures';
import type { OnRecord, ReadWork } from '../record-reader';
import { textChunks, type TextFile } from '../text-chunks';
import type { CsvShape } from './csv-shape';

/** A CSV file with how it is written. */
export interface CsvFile extends CsvShape {
  readonly text: TextFile;
}

const lineBreak = /\r\n|\r|\n/g;

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    if (cell.length > MAX_CELL_CHARS) throw tooLarge('cell');
    if (cell.includes('\n') || cell.includes('\r')) breaks += cell.match(lineBreak)?.length ?? 0;
  }
  return breaks;
}

function trimLineEnd(cells: string[]): void {
  const last = cells.at(-1);
  if (last?.endsWith('\r') === true) cells[cells.length - 1] = last.slice(0, -1);
}

/** Turns the parser's rows into records and counts lines; line breaks inside quotes count. */
function createRecorder({ isMixed, namingChars }: CsvFile, onRecord: OnRecord) {
  let line = namingChars === 0 ? 1 : 2;
  return (results: Papa.ParseResult<string[]>): 'stop' | undefined => {
    // A row cut by the end of a chunk is read again with the next one: what the parser says of it now does not count.
    const broken = new Set(results.errors.map((error) => error.row));
    if (results.errors.some(({ code }) => code === 'MissingQuotes')) throw unreadable('open-quote');
    for (const [index, cells] of results.data.entries()) {
      if (isMixed) trimLineEnd(cells);
      // Spreadsheets also write lines of nothing but delimiters.
      const isBlank = cells.every((cell) => cell === '');
      const record = { line, cells, isBroken: broken.has(index) };
      line += 1 + lineBreaksIn(cells);
      if (!isBlank && onRecord(record) === 'stop') return 'stop';
    }
    return undefined;
  };
}

/**
 * Reads a CSV file record by record in constant memory; the process's other work runs between chunks.
 *
 * Fails with `app/cancelled`, `import/unreadable`, `import/cell-too-long`, or with what `onRecord` threw.
 */
export async function readCsvRecords(file: CsvFile, { signal, onRecord }: ReadWork): Promise<void> {
  let fedChars = 0;
  async function* feed() {
    let leftOut = file.namingChars;
    for await (const chunk of textChunks(file.text, signal)) {
      const text = chunk.slice(leftOut);
      leftOut = 0;
      fedChars += text.length;
      if (text !== '') yield text;
    }
  }
  const input = Readable.from(feed(), { highWaterMark: 1 });
  const record = createRecorder(file, onRecord);
  try {
    await new Promise<void>((resolve, reject) => {
      // The parser takes its own listener away when it stops.
      input.on('error', reject);
      Papa.parse<string[], Readable>(input, {
        delimiter: file.delimiter,
        newline: file.newline,
        chunk: (results, parser) => {
          // The parser keeps an unfinished record and reads it again from its start with every chunk.
          if (fedChars - results.meta.cursor > MAX_RECORD_CHARS) throw unreadable('open-quote');
          if (record(results) === 'stop') parser.abort();
        },
        complete: () => resolve(),
        error: reject,
      });
    });
  } catch (thrown) {
    throw toReadError(thrown);
  } finally {
    input.destroy();
  }
}
