import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { RowSource } from '../../main/export/row-source';
import { runExport } from '../../main/export/run-export';
import type { Benchmark } from './benchmark';
import { prepareExport } from './export-setup';

const PAGE_ROWS = 2_000;
const PAGES_BETWEEN_LOOKS = 5;

/** Memory in use after a full collection, in MB. */
function createMemoryGauge(): () => number {
  setFlagsFromString('--expose-gc');
  // A new context has the function that this one was started without; the cast names what the flag adds.
  const collect = runInNewContext('gc') as () => void;
  return () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1_048_576;
  };
}

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
            yield page.map((row) => ({ ...row, linkId: `${row.linkId}${index}` }));
          }
          peak = Math.max(peak, gauge());
        },
        connectionName: () => 'Main account',
      };
      const signal = new AbortController().signal;
      const onProgress = () => undefined;
      const target = setup.pathOf('memory');
      await runExport({ spec: setup.spec, target, source, now: Date.now(), signal, onProgress });
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
