import type { Benchmark } from './benchmark';
import { prepareImport } from './import-setup';
import { runSide } from './import-side/run-side';
import type { SideName } from './import-side/sides';

interface Comparison extends Pick<Benchmark, 'name' | 'unit' | 'peerName' | 'budget' | 'limit' | 'once'> {
  readonly format: 'csv' | 'xml';
  readonly ours: SideName;
  readonly peer: SideName;
}

const comparisons: readonly Comparison[] = [
  {
    ...{ name: 'import csv: records', unit: 'ms', format: 'csv', peerName: 'csv-parse 7 stream', budget: 1 },
    ...{ ours: 'read ours', peer: 'read csv-parse' },
  },
  {
    ...{ name: 'import csv: records', unit: 'ms', format: 'csv', peerName: 'uDSV 0.7, by chunks' },
    ...{ ours: 'read ours', peer: 'read udsv' },
  },
  {
    ...{ name: 'import csv: whole', unit: 'ms', format: 'csv', budget: 1.3, once: true },
    ...{ peerName: 'uDSV, nothing checked, and the store’s writer, in one transaction' },
    ...{ ours: 'import ours', peer: 'import udsv' },
  },
  {
    ...{ name: 'import csv: peak memory', unit: 'MB', format: 'csv', limit: 800, once: true },
    ...{ peerName: 'uDSV and the store’s writer', ours: 'import ours', peer: 'import udsv' },
  },
  {
    ...{ name: 'import xml: records', unit: 'ms', format: 'xml', peerName: 'sax 1.6 stream', budget: 1 },
    ...{ ours: 'read ours', peer: 'read sax' },
  },
  {
    ...{ name: 'import xml: peak memory', unit: 'MB', format: 'xml', limit: 300, once: true },
    ...{ peerName: 'sax 1.6 stream', ours: 'read ours', peer: 'read sax' },
  },
];

/** Reading and importing our own files against libraries that read them; each side runs in a process of its own. */
export function importBenchmarks(folder: string | undefined): readonly Benchmark[] {
  return comparisons.map(({ format, ours, peer, ...benchmark }) => ({
    ...benchmark,
    prepare: async (rows) => {
      const { file, dispose } = await prepareImport(format, rows, folder);
      const measure = async (side: SideName) => {
        const { ms, peakMb } = await runSide(side, file, rows);
        return benchmark.unit === 'MB' ? peakMb : ms;
      };
      return { ours: () => measure(ours), peer: () => measure(peer), dispose };
    },
  }));
}
