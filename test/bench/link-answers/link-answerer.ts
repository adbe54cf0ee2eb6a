import type { MixedQuery } from './mixed-query';

export const pageRows = 200;

/** A count and a sum per currency: `KWD 12 34500`, in the order of the codes. */
export type SumLine = string;

export interface FoundLinks {
  readonly keys: readonly number[];
}

export interface CountedLinks extends FoundLinks {
  readonly total: number;
  readonly sums: readonly SumLine[];
}

/** One way of answering what the table asks: ours, plain SQL, DuckDB. */
export interface LinkAnswerer {
  /** The first rows, read whole. */
  firstPage(query: MixedQuery): Promise<FoundLinks>;
  /** The first rows, and how many there are with their sums. */
  counted(query: MixedQuery): Promise<CountedLinks>;
  sums(query: MixedQuery): Promise<readonly SumLine[]>;
}
