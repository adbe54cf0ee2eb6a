export type BenchmarkUnit = 'ms' | 'MB' | 'frames';

/** What a side tells of one run: nothing (then its time counts), its own number, or one number for each piece of its work. */
export type Measured = number | readonly number[] | void;

/**
 * One comparison of ours with a peer's way of doing the same work on the same rows.
 *
 * `prepare` makes everything that both sides share (rows, folders, databases) and is not measured. A side answers nothing, or
 * its own numbers in the benchmark's unit: a time when only a part of the work should count, a time for each of several
 * questions, or memory.
 */
export interface Benchmark {
  /** What is measured, as the table and `--only` name it: `export csv`. */
  readonly name: string;
  /** Times are measured for both sides; of memory and frames each side answers its own number. */
  readonly unit: BenchmarkUnit;
  /** Whom we are compared with: `fast-csv 5 format`. */
  readonly peerName: string;
  /** The highest allowed `ours / peer`: 1.1 means at most a tenth slower. Left out where the peer is shown for scale only. */
  readonly budget?: number;
  /** The highest allowed 95th percentile of ours, in the benchmark's unit, whatever the peer does; for up to a million rows. */
  readonly limit?: number;
  /** Each side runs a single time, without a warm-up: for work that takes minutes and is mostly waiting. */
  readonly once?: true;
  prepare(rows: number): Promise<PreparedBenchmark>;
}

export interface PreparedBenchmark {
  ours(): Promise<Measured>;
  peer(): Promise<Measured>;
  /** Closes and removes what `prepare` made. Always called, also after a failure. */
  dispose(): Promise<void> | void;
}

/** One line of the result, as it is written to the JSON file. */
export interface BenchmarkResult {
  readonly name: string;
  /** Rows the benchmark was run with. */
  readonly n: number;
  readonly unit: BenchmarkUnit;
  /** Median of ours. */
  readonly ours: number;
  /** 95th percentile of ours. */
  readonly p95: number;
  /** Median of the peer. */
  readonly peer: number;
  readonly peerP95: number;
  readonly peerName: string;
  /** Median to median; null when the peer's is nothing and ours is not. */
  readonly ratio: number | null;
  readonly budget?: number;
  readonly limit?: number;
  readonly ok: boolean;
}
