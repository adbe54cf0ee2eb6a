import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { toReadError } from '../../files/file-error';
import { stopIfCancelled } from '../../files/progress';
import { MAX_CELL_CHARS, MAX_RECORD_CHARS } from '../import-limits';
import { tooLarge, unreadable } from '../read-failures';
import type { OnRecord, ReadWork } from '../record-reader';
import { textChunks, type CsvFile } from './csv-text';

const lineBreak = /\r\n|\r|\n/g;

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    if (cell.length > MAX_CELL_CHARS) throw tooLarge('cell');
    if (cell.includes('\n') || cell.includes('\r')) breaks += cell.match(lineBreak)?.length ?? 0;
  }
  return breaks;
}

/** Rows that end in CR LF in a file whose header ends in LF keep the CR in their last cell. */
function trimLineEnd(cells: string[], newline: string): void {
  const last = cells.at(-1);
  if (newline === '\n' && last?.endsWith('\r') === true) cells[cells.length - 1] = last.slice(0, -1);
}

/** Turns the parser's rows into records and counts lines; line breaks inside quotes count. */
function createRecorder({ shape }: CsvFile, onRecord: OnRecord) {
  let line = 1;
  return (results: Papa.ParseResult<string[]>): 'stop' | undefined => {
    // A row cut by the end of a chunk is read again with the next one: what the parser says of it now does not count.
    const broken = new Set(results.errors.map((error) => error.row));
    if (results.errors.some(({ code }) => code === 'MissingQuotes')) throw unreadable('open-quote');
    for (const [index, cells] of results.data.entries()) {
      trimLineEnd(cells, shape.newline);
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
 * Fails with `app/cancelled`, `import/unreadable`, `import/too-large`, or with what `onRecord` threw.
 */
export async function readCsvRecords(file: CsvFile, { signal, onRecord }: ReadWork): Promise<void> {
  let fedChars = 0;
  async function* feed() {
    for await (const text of textChunks(file)) {
      stopIfCancelled(signal);
      fedChars += text.length;
      yield text;
    }
  }
  const input = Readable.from(feed(), { highWaterMark: 1 });
  const record = createRecorder(file, onRecord);
  try {
    await new Promise<void>((resolve, reject) => {
      // The parser takes its own listener away when it stops.
      input.on('error', reject);
      Papa.parse<string[], Readable>(input, {
        delimiter: file.shape.delimiter,
        newline: file.shape.newline,
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
