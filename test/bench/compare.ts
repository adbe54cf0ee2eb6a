import type { Benchmark, BenchmarkResult, Measured, PreparedBenchmark } from './benchmark';
import { median, percentile95, ratioOf } from './statistics';

/** What each side answered, all rounds together. */
interface Samples {
  readonly ours: readonly number[];
  readonly peer: readonly number[];
}

const mostRounds = 7;

/** How often a side is measured, by what it took to warm up. */
function roundsFor(warmUpMs: number): number {
  if (warmUpMs < 2_000) return mostRounds;
  return warmUpMs < 20_000 ? 3 : 1;
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Runs one side; its own numbers if it tells some, else the time it took. */
async function time(side: () => Promise<Measured>): Promise<readonly number[]> {
  const startedAt = performance.now();
  const own = await side();
  return [own ?? performance.now() - startedAt].flat();
}

/**
 * Measures both sides in turn (A B A B), after one warm-up each. A slow side is asked less often than a fast one, which is asked
 * once more, untimed, before each round.
 */
export async function measure(prepared: PreparedBenchmark): Promise<Samples> {
  const sides = [prepared.ours, prepared.peer].map((run) => ({ run, samples: [] as number[], rounds: 0 }));
  for (const side of sides) side.rounds = roundsFor(total(await time(() => side.run())));
  for (let round = 0; sides.some(({ rounds }) => round < rounds); round += 1) {
    for (const { run, rounds, samples } of sides) {
      if (round >= rounds) continue;
      // While a slow side works for seconds the system may take back what a fast one does not use meanwhile.
      if (rounds === mostRounds) await run();
      samples.push(...(await time(run)));
    }
  }
  const [ours, peer] = sides.map(({ samples }) => samples);
  return { ours: ours ?? [], peer: peer ?? [] };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** Measures both sides a single time. */
async function measureOnce(prepared: PreparedBenchmark): Promise<Samples> {
  const ours = await time(() => prepared.ours());
  return { ours, peer: await time(() => prepared.peer()) };
}

/** Runs one comparison at a size. */
export async function compare(benchmark: Benchmark, rows: number): Promise<BenchmarkResult> {
  const prepared = await benchmark.prepare(rows);
  try {
    return judge(
      benchmark,
      rows,
      await (benchmark.once === true ? measureOnce(prepared) : measure(prepared)),
    );
  } finally {
    await prepared.dispose();
  }
}

function judge(benchmark: Benchmark, rows: number, { ours, peer }: Samples): BenchmarkResult {
  const { name, unit, peerName, budget, limit } = benchmark;
  const plain = ratioOf(median(ours), median(peer));
  const ratio = plain === null ? null : rounded(plain);
  const p95 = rounded(percentile95(ours));
  const keepsRatio = budget === undefined || (ratio !== null && ratio <= budget);
  return {
    ...{ name, n: rows, unit, peerName, ratio, p95 },
    ours: rounded(median(ours)),
    peer: rounded(median(peer)),
    peerP95: rounded(percentile95(peer)),
    ...(budget === undefined ? {} : { budget }),
    ...(limit === undefined ? {} : { limit }),
    ok: keepsRatio && (limit === undefined || p95 <= limit),
  };
}
