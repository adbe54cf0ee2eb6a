import type { Benchmark } from './benchmark';
import { compareAnswers } from './link-answers/compare-answers';
import { mixedQueries } from './link-answers/mixed-query';
import type { LinkData } from './link-data/link-data';

/** Every kind of filter and order: until the first page is there, and until its count and sums are. */
export function linkQueryBenchmarks(data: LinkData): readonly Benchmark[] {
  const peers = ['sqlite', 'duckdb'] as const;
  return [
    ...peers.map((peer) =>
      compareAnswers(data, {
        ...{ name: `link query: filter and sort to the first page, ${peer}`, peer },
        ...{ queries: mixedQueries, limit: 60, budget: 0.33 },
        ask: (answerer, query) => answerer.firstPage(query),
      }),
    ),
    ...peers.map((peer) =>
      compareAnswers(data, {
        ...{ name: `link query: first page, count and sums, ${peer}`, peer },
        ...{ queries: mixedQueries, limit: 120, budget: 0.33 },
        ask: (answerer, query) => answerer.counted(query),
      }),
    ),
  ];
}
