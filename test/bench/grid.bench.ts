import type { Benchmark } from './benchmark';
import { runGrids, type GridRun, type GridRuns } from './grid-runs';

const slowFrameMs = 50;
/** Frames come in whole ticks of 16.67 ms: three of them are 50 ms and are told as 49.9 to 50.1. Over it is the fourth. */
const tickNoiseMs = 0.5;

interface GridMeasure extends Pick<Benchmark, 'name' | 'unit' | 'budget' | 'limit'> {
  readonly of: (run: GridRun) => number | readonly number[];
}

const measures: readonly GridMeasure[] = [
  { name: 'grid: first rows', unit: 'ms', budget: 1.1, of: (run) => run.firstRowsMs },
  { name: 'grid: frames of a fling', unit: 'ms', budget: 1.1, limit: slowFrameMs, of: (run) => run.frameMs },
  {
    name: 'grid: frames over 50 ms of 240',
    unit: 'frames',
    limit: 0,
    of: (run) => run.frameMs.filter((took) => took > slowFrameMs + tickNoiseMs).length,
  },
  { name: 'grid: heap growth of a fling', unit: 'MB', limit: 15, of: (run) => run.heapGrowthMb },
  { name: 'grid: heap after a fling', unit: 'MB', of: (run) => run.heapMb },
];

/** The grid in Chromium over rows that come 20 ms late, against TanStack Virtual with the same header, rows and cells. */
export function gridBenchmarks(): readonly Benchmark[] {
  const visited = new Map<number, Promise<GridRuns>>();
  const runsOf = (rows: number): Promise<GridRuns> => {
    const known = visited.get(rows) ?? runGrids(rows);
    visited.set(rows, known);
    return known;
  };
  return measures.map(({ of, ...rest }) => ({
    ...rest,
    peerName: 'TanStack Virtual 3.14, same markup',
    once: true,
    prepare: (rows) =>
      Promise.resolve({
        ours: async () => (await runsOf(rows)).ours.flatMap(of),
        peer: async () => (await runsOf(rows)).tanstack.flatMap(of),
        dispose: () => undefined,
      }),
  }));
}
