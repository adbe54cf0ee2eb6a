import { open } from 'node:fs/promises';
import { unreadable } from '../read-failures';
import type { RecordReader } from '../record-reader';
import { readCsvRecords } from './csv-records';
import { csvShapeOf } from './csv-shape';

const HEAD_BYTES = 64 * 1024;

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** CSV and its relatives: text whose lines are rows, with one character between cells. */
export const csvReader: RecordReader = {
  async look(file, asked) {
    const shape = csvShapeOf(await headOf(file.path));
    if (shape === undefined) throw unreadable('not-text');
    const { encoding, delimiter } = asked.csv ?? shape;
    return { shape: { csv: { encoding, delimiter } }, questions: [], told: {} };
  },
  async read(file, { csv }, work) {
    const shape = csvShapeOf(await headOf(file.path));
    if (shape === undefined) throw unreadable('not-text');
    await readCsvRecords({ path: file.path, shape: { ...shape, ...csv } }, work);
  },
};
