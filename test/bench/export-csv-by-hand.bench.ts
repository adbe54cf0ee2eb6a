import { open } from 'node:fs/promises';
import { createCellTexts } from '../../main/export/cell-texts';
import type { Benchmark } from './benchmark';
import { prepareExport } from './export-setup';

const needsQuotes = /[",\r\n]/;

function csvCell(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Our CSV export against the shortest loop that writes valid CSV: the limit, not a library anybody could use instead. */
export const exportCsvByHandBenchmark: Benchmark = {
  name: 'export csv by hand',
  unit: 'ms',
  peerName: 'hand-written loop',
  budget: 2.5,
  async prepare(rows) {
    const setup = await prepareExport('csv', rows);
    const { spec, pages } = setup;

    async function writeByHand(): Promise<void> {
      const values = createCellTexts(spec, () => 'Main account');
      const cells = spec.columns.map((column) => values[column]);
      const file = await open(setup.pathOf('peer'), 'w');
      await file.write(`${spec.columns.join(',')}\r\n`);
      for (const page of pages) {
        let text = '';
        for (const row of page) text += `${cells.map((cell) => csvCell(cell(row))).join(',')}\r\n`;
        await file.write(text);
      }
      await file.sync();
      await file.close();
    }

    return { ours: () => setup.runOurs(), peer: writeByHand, dispose: () => setup.dispose() };
  },
};
