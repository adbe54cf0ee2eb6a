import type { Benchmark, BenchmarkResult, PreparedBenchmark } from './benchmark';

/** A side that takes longer than this is measured three times instead of seven. */
const SHORT_RUN_MS = 2_000;

/** The middle of the values; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Runs one side; its own number if it tells one, else the time it took. */
async function time(side: () => Promise<number | void>): Promise<number> {
  const startedAt = performance.now();
  const own = await side();
  return own ?? performance.now() - startedAt;
}

/** Measures both sides in turn (A B A B), after one warm-up each. */
export async function measure(prepared: PreparedBenchmark): Promise<{ ours: number; peer: number }> {
  const warmUp = Math.max(await time(() => prepared.ours()), await time(() => prepared.peer()));
  const rounds = warmUp < SHORT_RUN_MS ? 7 : 3;
  const ours: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await time(() => prepared.ours()));
    peer.push(await time(() => prepared.peer()));
  }
  return { ours: median(ours), peer: median(peer) };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** Measures both sides a single time. */
async function measureOnce(prepared: PreparedBenchmark): Promise<{ ours: number; peer: number }> {
  const ours = await time(() => prepared.ours());
  return { ours, peer: await time(() => prepared.peer()) };
}

/** Runs one comparison at a size. */
export async function compare(benchmark: Benchmark, rows: number): Promise<BenchmarkResult> {
  const { name, unit, peerName, budget } = benchmark;
  const prepared = await benchmark.prepare(rows);
  try {
    const { ours, peer } = await (benchmark.once === true ? measureOnce(prepared) : measure(prepared));
    const ratio = rounded(ours / peer);
    return {
      name,
      rows,
      unit,
      ours: rounded(ours),
      peer: rounded(peer),
      peerName,
      ratio,
      budget,
      ok: ratio <= budget,
    };
  } finally {
    await prepared.dispose();
  }
}
