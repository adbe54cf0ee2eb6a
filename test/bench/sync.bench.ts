import type { Benchmark } from './benchmark';
import { line } from './edit-setup';
import { prepareSync } from './sync-setup';

/**
 * A whole list stored in an empty cache, against a loop that does nothing but fetch and parse the same pages one after the other:
 * storing must hide behind the network. The budget is 85 % of that loop's pace, with a provider as far away as that of the edits.
 * Without any distance both compete for this machine's processors, and storing is what takes longest: that is shown for scale.
 */
function syncBenchmark(
  latencyMs: number,
  { name, ...more }: Pick<Benchmark, 'name' | 'budget' | 'once'>,
): Benchmark {
  return {
    ...{ name, unit: 'ms', peerName: 'fetch and JSON.parse, page by page', ...more },
    async prepare(rows) {
      const prepared = await prepareSync(rows, latencyMs);
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
}

export const syncBenchmarks: readonly Benchmark[] = [
  syncBenchmark(line.latencyMs, { name: 'sync throughput', budget: 1.176, once: true }),
  syncBenchmark(0, { name: 'sync without distance' }),
];
