import type { Benchmark } from './benchmark';
import { line, prepareEdits } from './edit-setup';

/**
 * A job of a tenth of the rows with one link in its middle whose updates are always lost, against the same job without:
 * what the one costs the others must not be seen.
 */
export const failingEditBenchmark: Benchmark = {
  name: 'one failing edit',
  unit: 'ms',
  peerName: 'the same without',
  budget: 1.02,
  once: true,
  async prepare(rows) {
    const desk = await prepareEdits(Math.ceil(rows / 10));
    const latency = { ms: line.latencyMs };
    let jobs = 0;
    const newId = () => `job-${String((jobs += 1))}`;
    const failing = desk.linkIds[Math.floor(desk.linkIds.length / 2)] ?? '';
    return {
      ours: async () => {
        await desk.setFaults({ latency, dropBefore: { linkIds: [failing], command: 'update' } });
        return desk.runJob(newId(), { failed: 1 });
      },
      peer: async () => {
        await desk.setFaults({ latency });
        return desk.runJob(newId());
      },
      dispose: () => desk.dispose(),
    };
  },
};
