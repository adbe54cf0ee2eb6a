export type BenchmarkUnit = 'ms' | 'MB';

/**
 * One comparison of ours with a peer's way of doing the same work on the same rows.
 *
 * `prepare` makes everything that both sides share (rows, folders, databases) and is not measured. A side answers nothing, or
 * its own number in the benchmark's unit: a time
 * when only a part of the work should count, or memory.
 */
export interface Benchmark {
  /** What is measured, as the table and `--only` name it: `export csv`. */
  readonly name: string;
  /** Times are measured for both sides; of memory each side answers its own number. */
  readonly unit: BenchmarkUnit;
  /** Whom we are compared with: `fast-csv 5 format`. */
  readonly peerName: string;
  /** The highest allowed `ours / peer`: 1.1 means at most a tenth slower. */
  readonly budget: number;
  /** Each side runs a single time, without a warm-up: for work that takes minutes and is mostly waiting. */
  readonly once?: true;
  prepare(rows: number): Promise<PreparedBenchmark>;
}

export interface PreparedBenchmark {
  ours(): Promise<number | void>;
  peer(): Promise<number | void>;
  /** Closes and removes what `prepare` made. Always called, also after a failure. */
  dispose(): Promise<void> | void;
}

/** One line of the result, as it is written to the JSON file. Both numbers are medians. */
export interface BenchmarkResult {
  readonly name: string;
  readonly rows: number;
  readonly unit: BenchmarkUnit;
  readonly ours: number;
  readonly peer: number;
  readonly peerName: string;
  readonly ratio: number;
  readonly budget: number;
  readonly ok: boolean;
}
