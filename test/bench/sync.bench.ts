import type { Benchmark } from './benchmark';
import { prepareSync } from './sync-setup';

/**
 * A whole list stored in an empty cache, against a loop that does nothing but fetch and parse the same pages one after the other:
 * storing must hide behind the network. The budget is 85 % of that loop's pace.
 */
export const syncBenchmark: Benchmark = {
  name: 'sync throughput',
  unit: 'ms',
  peerName: 'fetch and JSON.parse, page by page',
  budget: 1.176,
  async prepare(rows) {
    const prepared = await prepareSync(rows);
    return {
      ours: () => prepared.sync(),
      peer: async () => {
        const links = await prepared.fetchAll();
        if (links !== rows) throw new Error(`The loop read ${String(links)} links.`);
      },
      dispose: () => prepared.dispose(),
    };
  },
};
