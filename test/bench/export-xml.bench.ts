import { open } from 'node:fs/promises';
import { createCellTexts } from '../../main/export/cell-texts';
import type { Benchmark } from './benchmark';
import { prepareExport } from './export-setup';

const markup = /[&<>\r]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

function xmlText(text: string): string {
  return text.replace(markup, (char) => entities[char] ?? char);
}

/**
 * Our XML export against strings put together by hand: the same elements from the same cell values, without looking for characters
 * that XML forbids, without hash, sums and rename.
 */
export const exportXmlBenchmark: Benchmark = {
  name: 'export xml',
  unit: 'ms',
  peerName: 'hand-written strings',
  budget: 1.3,
  async prepare(rows) {
    const setup = await prepareExport('xml', rows);
    const { spec, pages } = setup;

    async function writeByHand(): Promise<void> {
      const values = createCellTexts(spec, () => 'Main account');
      const cells = spec.columns.map((column) => ({ column, value: values[column] }));
      const file = await open(setup.pathOf('peer'), 'w');
      await file.write(`<?xml version="1.0" encoding="UTF-8"?>\n<paymentLinks rows="${rows}">`);
      for (const page of pages) {
        let text = '';
        for (const row of page) {
          text += '\n  <paymentLink>';
          for (const { column, value } of cells)
            text += `\n    <${column}>${xmlText(value(row))}</${column}>`;
          text += '\n  </paymentLink>';
        }
        await file.write(text);
      }
      await file.write('\n</paymentLinks>\n');
      await file.sync();
      await file.close();
    }

    return { ours: () => setup.runOurs(), peer: writeByHand, dispose: () => setup.dispose() };
  },
};
