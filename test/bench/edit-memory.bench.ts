import type { Benchmark } from './benchmark';
import { prepareEdits } from './edit-setup';
import { createMemoryGauge } from './memory-gauge';
import { heldBy } from './process-memory';

const lookEveryMs = 500;

/**
 * The running of a job against itself at a tenth of the edits: what both sides of it, runner and store process, hold at the
 * fullest moment must not grow with the job. Both start with a store of the same rows, whose page cache is full.
 */
export const editMemoryBenchmark: Benchmark = {
  name: 'edit memory',
  unit: 'MB',
  peerName: 'the same at a tenth',
  budget: 1.2,
  once: true,
  prepare(rows) {
    const gauge = createMemoryGauge();
    const links = Math.ceil(rows / 10);

    async function peakOf(edits: number): Promise<number> {
      const desk = await prepareEdits(links, { otherLinks: rows });
      let peak = 0;
      const look = async () => {
        peak = Math.max(peak, gauge() + (await heldBy(desk.storePid())));
      };
      const looking = setInterval(() => void look(), lookEveryMs);
      try {
        await desk.runJob('memory', { edits });
        await look();
      } finally {
        clearInterval(looking);
        await desk.dispose();
      }
      return peak;
    }

    return Promise.resolve({
      ours: () => peakOf(links),
      peer: () => peakOf(Math.ceil(links / 10)),
      dispose: () => undefined,
    });
  },
};
