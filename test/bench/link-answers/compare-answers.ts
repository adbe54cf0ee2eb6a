import type { Benchmark, PreparedBenchmark } from '../benchmark';
import type { LinkData } from '../link-data/link-data';
import { createDuckAnswers } from './duck-answers';
import type { LinkAnswerer } from './link-answerer';
import type { MixedQuery } from './mixed-query';
import { createSqliteAnswers } from './sqlite-answers';
import { createStoreAnswers } from './store-answers';

const peers = {
  sqlite: {
    what: 'plain SQL, same file',
    answers: async (data: LinkData) => createSqliteAnswers(await data.sqlite()),
  },
  duckdb: {
    what: 'DuckDB 1.5, own file',
    answers: async (data: LinkData) => createDuckAnswers(await data.duck()),
  },
} as const;

export interface AnswerComparison extends Pick<Benchmark, 'name' | 'budget' | 'limit'> {
  readonly peer: keyof typeof peers;
  readonly queries: readonly MixedQuery[];
  ask(answerer: LinkAnswerer, query: MixedQuery): Promise<unknown>;
}

/** Ours asks this often in one round: it is so much faster that its percentile would rest on few numbers. */
const repeats = 3;

/** A comparison of ours with a peer over some queries; both have to find the same, else there is nothing to compare. */
export function compareAnswers(data: LinkData, comparison: AnswerComparison): Benchmark {
  const { peer, queries, ask, ...rest } = comparison;
  return {
    ...rest,
    unit: 'ms',
    peerName: peers[peer].what,
    prepare: async (): Promise<PreparedBenchmark> => {
      const ours = createStoreAnswers((await data.store()).client);
      const theirs = await peers[peer].answers(data);
      const found = new Map<MixedQuery, string>();
      const times = async (answerer: LinkAnswerer, asked: readonly MixedQuery[]): Promise<number[]> => {
        const taken: number[] = [];
        for (const query of asked) {
          const startedAt = performance.now();
          const answer = await ask(answerer, query);
          taken.push(performance.now() - startedAt);
          mustAgree(found, query, answer);
        }
        return taken;
      };
      return {
        ours: () => times(ours, Array.from({ length: repeats }, () => queries).flat()),
        peer: () => times(theirs, queries),
        dispose: () => undefined,
      };
    },
  };
}

function mustAgree(found: Map<MixedQuery, string>, query: MixedQuery, answer: unknown): void {
  const now = JSON.stringify(answer);
  const before = found.get(query) ?? now;
  if (before !== now) {
    throw new Error(
      `"${query.name}" is answered in two ways: ${before.slice(0, 200)} and ${now.slice(0, 200)}`,
    );
  }
  found.set(query, before);
}
