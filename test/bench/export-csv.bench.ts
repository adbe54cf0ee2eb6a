import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { format } from 'fast-csv';
import { createCellTexts } from '../../main/export/cell-texts';
import type { Benchmark } from './benchmark';
import { prepareExport } from './export-setup';

/**
 * Our CSV export against fast-csv as its manual shows it: rows piped through `format` into a file. Both word the cells with the
 * same functions and force the file to the disk; the peer neither defuses formulas nor adds up, hashes or renames.
 */
export const exportCsvBenchmark: Benchmark = {
  name: 'export csv',
  unit: 'ms',
  peerName: 'fast-csv 5 format',
  budget: 1.1,
  async prepare(rows) {
    const setup = await prepareExport('csv', rows);
    const { spec, pages } = setup;

    function* peerRows() {
      const values = createCellTexts(spec, () => 'Main account');
      yield spec.columns;
      for (const page of pages) {
        for (const row of page) yield spec.columns.map((column) => values[column](row));
      }
    }

    return {
      ours: () => setup.runOurs(),
      peer: () =>
        pipeline(
          Readable.from(peerRows()),
          format({ headers: false, rowDelimiter: '\r\n', writeBOM: true, includeEndRowDelimiter: true }),
          createWriteStream(setup.pathOf('peer'), { flush: true }),
        ),
      dispose: () => setup.dispose(),
    };
  },
};
