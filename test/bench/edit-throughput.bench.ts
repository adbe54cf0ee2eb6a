import type { Benchmark } from './benchmark';
import { line, prepareEdits, requestsPerEdit } from './edit-setup';

/**
 * A job of a tenth of the rows, against what the line could carry if nothing but the provider took time: every edit is two
 * requests, `inFlight` at once, `latencyMs` each. The budget is nine tenths of that rate.
 */
export const editThroughputBenchmark: Benchmark = {
  name: 'edit throughput',
  unit: 'ms',
  peerName: `2 requests x ${String(line.latencyMs)} ms / ${String(line.inFlight)} in flight`,
  budget: 1.11,
  once: true,
  async prepare(rows) {
    const count = Math.ceil(rows / 10);
    const desk = await prepareEdits(count);
    await desk.setFaults({ latency: { ms: line.latencyMs } });
    return {
      ours: () => desk.runJob('throughput'),
      peer: () => Promise.resolve((count * requestsPerEdit * line.latencyMs) / line.inFlight),
      dispose: () => desk.dispose(),
    };
  },
};
