import type { Benchmark } from './benchmark';
import { compareAnswers } from './link-answers/compare-answers';
import { everyRow, tenthOfRows } from './link-answers/mixed-query';
import type { LinkData } from './link-data/link-data';

/** The footer of the table: a new query's sums per currency. */
export function linkSumsBenchmarks(data: LinkData): readonly Benchmark[] {
  const cases = [
    { what: 'everything', query: everyRow },
    { what: 'a filter', query: tenthOfRows },
  ] as const;
  return (['sqlite', 'duckdb'] as const).flatMap((peer) =>
    cases.map(({ what, query }) =>
      compareAnswers(data, {
        ...{ name: `link sums: ${what}, ${peer}`, peer, queries: [query], limit: 120 },
        ask: (answerer, asked) => answerer.sums(asked),
      }),
    ),
  );
}
