import type { Benchmark } from './benchmark';
import { everyRow, orderOf, tenthOfRows, type MixedQuery } from './link-answers/mixed-query';
import type { LinkData } from './link-data/link-data';

function keyList(data: LinkData, what: string, query: MixedQuery, limit: number): Benchmark {
  return {
    name: `link keys: ${what}`,
    unit: 'ms',
    peerName: 'SELECT key ... ORDER BY, same file',
    ...{ budget: 1, limit },
    prepare: async () => {
      const { client } = await data.store();
      const select = (await data.sqlite())
        .prepare<[], number>(`SELECT key FROM link WHERE ${query.where} ORDER BY ${orderOf(query)}`)
        .pluck();
      return {
        ours: async () => {
          const startedAt = performance.now();
          const { handle } = await client.call('openQuery', { filter: query.filter, sort: query.sort });
          await client.call('freezeSelection', { selection: { mode: 'allExcept', handle, keys: [] } });
          const took = performance.now() - startedAt;
          await client.call('closeQuery', { handle });
          return took;
        },
        peer: () => {
          select.all();
          return Promise.resolve();
        },
        dispose: () => undefined,
      };
    },
  };
}

/** All keys of a query in its order, in the hands of whoever acts on them: what a bulk edit or an export begins with. */
export function linkKeysBenchmarks(data: LinkData): readonly Benchmark[] {
  return [
    keyList(data, 'of a tenth of the rows', tenthOfRows, 60),
    keyList(data, 'of all rows', everyRow, 600),
  ];
}
