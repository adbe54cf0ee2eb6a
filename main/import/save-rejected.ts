import Papa from 'papaparse';
import { AppError } from '#domain/app-error';
import type { Disk } from '../files/disk';
import { writeAtomically } from '../files/atomic-file';
import type { WriteChunk } from '../files/atomic-file';
import { defuseFormula, restoreFormula } from '../files/formula';
import { readFile, readHeadAs } from './read-file';
import type { FileToRead } from './read-file';
import { reasonOf } from './rejection-words';

export interface RejectedFileRequest extends FileToRead {
  readonly target: string;
  readonly disk?: Disk;
}

const LINE_END = '\r\n';
const CHUNK_LINES = 5_000;

const plainNumber = /^[+-]?[\d.,\s]+$/;

/** A provider's file may carry formulas too; its numbers stay numbers, and what is defused already stays as it is. */
function safeCell(cell: string): string {
  const isSafe = plainNumber.test(cell) || restoreFormula(cell) !== cell;
  return isSafe ? cell : defuseFormula(cell);
}

async function writeRejected(request: RejectedFileRequest, write: WriteChunk): Promise<number> {
  const { shape, headers } = await readHeadAs(request, 0);
  const config = { delimiter: shape.csv?.delimiter ?? ',', newline: LINE_END };
  const toLine = (cells: readonly string[]) => Papa.unparse([cells.map(safeCell)], config) + LINE_END;
  const lines: string[] = [];
  await readFile(request, {
    onGood: () => undefined,
    onRejected: (row, { cells }) => {
      const fitting = headers.map((_, index) => cells[index] ?? '');
      // What a row has beyond the header's columns comes after its reason.
      lines.push(toLine([...fitting, reasonOf(row), ...cells.slice(headers.length)]));
    },
  });
  if (lines.length === 0) throw new AppError('export/no-rows', { message: 'No row was rejected.' });
  await write(Buffer.from(Papa.BYTE_ORDER_MARK + toLine([...headers, 'Reason']), 'utf8'));
  for (let start = 0; start < lines.length; start += CHUNK_LINES) {
    await write(Buffer.from(lines.slice(start, start + CHUNK_LINES).join(''), 'utf8'));
  }
  return lines.length;
}

/**
 * Writes the rejected rows of a file, as they stand there and with the same delimiter, with a last column that says why. The file
 * can be mended and imported again.
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
