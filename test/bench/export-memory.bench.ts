import { at, type ExportRow } from '#domain/export-row';
import type { RowSource } from '../../main/export/row-source';
import { runExport } from '../../main/export/run-export';
import type { Benchmark } from './benchmark';
import { prepareExport } from './export-setup';
import { createMemoryGauge } from './memory-gauge';

const PAGE_ROWS = 2_000;
const PAGES_BETWEEN_LOOKS = 5;

/** Our export against itself at a tenth of the rows: what is in use at the fullest moment must not grow with the file. */
export const exportMemoryBenchmark: Benchmark = {
  name: 'export memory',
  unit: 'MB',
  peerName: 'the same at a tenth',
  budget: 1.2,
  async prepare(rows) {
    const gauge = createMemoryGauge();
    const setup = await prepareExport('csv', PAGE_ROWS);
    const page = setup.pages[0] ?? [];

    async function peakOf(pages: number): Promise<number> {
      let peak = 0;
      const source: RowSource = {
        total: pages * PAGE_ROWS,
        *rows() {
          for (let index = 0; index < pages; index += 1) {
            if (index % PAGES_BETWEEN_LOOKS === 0) peak = Math.max(peak, gauge());
            // Fresh rows for every page, as from a database: whoever keeps them is seen.
            yield page.map(
              (row): ExportRow => row.with(at.linkId, `${row[at.linkId]}${index}`) as unknown as ExportRow,
            );
          }
          peak = Math.max(peak, gauge());
        },
        connections: [],
      };
      const signal = new AbortController().signal;
      const onProgress = () => undefined;
      const target = setup.pathOf('memory');
      await runExport({
        spec: setup.spec,
        target,
        source,
        version: '1.0.0',
        now: Date.now(),
        signal,
        onProgress,
      });
      return peak;
    }

    const pages = Math.ceil(rows / PAGE_ROWS);
    return {
      ours: () => peakOf(pages),
      peer: () => peakOf(Math.ceil(pages / 10)),
      dispose: () => setup.dispose(),
    };
  },
};
