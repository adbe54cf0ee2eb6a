import type { Benchmark } from './benchmark';
import { compareAnswers } from './link-answers/compare-answers';
import { commonWord, rareWord } from './link-answers/mixed-query';
import type { LinkData } from './link-data/link-data';

/**
 * A text that one row has and one that all have, against LIKE over the same columns. A page alone of what all rows have is LIKE's
 * best case: it stops after as many rows. How many there are, which the table shows too, it does not know by then.
 */
export function linkSearchBenchmarks(data: LinkData): readonly Benchmark[] {
  return [
    compareAnswers(data, {
      ...{ name: 'link search: rare substring', peer: 'sqlite', queries: [rareWord], limit: 10, budget: 0.2 },
      ask: (answerer, query) => answerer.firstPage(query),
    }),
    compareAnswers(data, {
      ...{ name: 'link search: common substring, first page', peer: 'sqlite', queries: [commonWord] },
      limit: 60,
      ask: (answerer, query) => answerer.firstPage(query),
    }),
    compareAnswers(data, {
      ...{ name: 'link search: common substring, count and sums', peer: 'sqlite', queries: [commonWord] },
      ...{ budget: 1, limit: 120 },
      ask: (answerer, query) => answerer.counted(query),
    }),
  ];
}
