import { openStore } from '../../main/store/open-store';
import type { Benchmark } from './benchmark';
import { pageRows } from './link-answers/link-answerer';
import { commonWord, everyRow, orderOf } from './link-answers/mixed-query';
import { keyHex } from './link-data/link-file';
import type { LinkData } from './link-data/link-data';

const pages = 20;

/** The first rows of the last pages, the last page first. */
const farStarts = (rows: number) =>
  Array.from({ length: pages }, (_, page) => Math.max(0, rows - (page + 1) * pageRows));

async function timesOf<T>(items: readonly T[], work: (item: T) => unknown): Promise<number[]> {
  const taken: number[] = [];
  for (const item of items) {
    const startedAt = performance.now();
    await work(item);
    taken.push(performance.now() - startedAt);
  }
  return taken;
}

/** Pages at the far end of all rows, within the process that holds them. */
function farPageBenchmark(data: LinkData): Benchmark {
  return {
    name: 'link page: 200 rows at the far end',
    unit: 'ms',
    peerName: 'LIMIT 200 OFFSET, same file',
    ...{ budget: 0.33, limit: 2 },
    prepare: async (rows) => {
      const store = openStore({ file: await data.file(), keyHex, actor: 'bench' });
      const { handle } = store.methods.openQuery({ filter: everyRow.filter, sort: everyRow.sort });
      const offset = (await data.sqlite()).prepare<[number]>(
        `SELECT * FROM link ORDER BY ${orderOf(everyRow)} LIMIT ${pageRows} OFFSET ?`,
      );
      const starts = farStarts(rows);
      return {
        ours: () =>
          timesOf(starts, (start) => store.methods.readRange({ handle, start, end: start + pageRows })),
        peer: () => timesOf(starts.slice(0, 3), (start) => offset.all(start)),
        dispose: () => store.close(),
      };
    },
  };
}

/** The longest wait for a page while a word of every row is searched, against plain SQL, which answers nobody meanwhile. */
function pageDuringSearchBenchmark(data: LinkData): Benchmark {
  return {
    name: 'link page: longest wait during a search of all rows',
    unit: 'ms',
    peerName: 'the whole of one LIKE search',
    ...{ budget: 0.33, limit: 50 },
    prepare: async (rows) => {
      const { client } = await data.store();
      const shown = await client.call('openQuery', { filter: everyRow.filter, sort: everyRow.sort });
      await client.call('queryTotals', { handle: shown.handle });
      const like = (await data.sqlite()).prepare<[], number>(
        `SELECT key FROM link WHERE ${commonWord.where} ORDER BY ${orderOf(commonWord)}`,
      );
      const readWhile = async (search: Promise<unknown>): Promise<number> => {
        const state = { isSearching: true };
        void search.finally(() => (state.isSearching = false)).catch(() => undefined);
        const waits: number[] = [];
        while (state.isSearching) {
          const start = (waits.length * 7919) % Math.max(1, rows - pageRows);
          const read = { handle: shown.handle, start, end: start + pageRows };
          waits.push(...(await timesOf([read], (input) => client.call('readRange', input))));
        }
        return Math.max(...waits);
      };
      return {
        ours: async () => {
          const { filter, sort } = commonWord;
          const opening = client.call('openQuery', { filter, sort });
          const counting = opening.then(({ handle }) => client.call('queryTotals', { handle }));
          const longest = await readWhile(counting);
          await counting;
          await client.call('closeQuery', { handle: (await opening).handle });
          return longest;
        },
        peer: () => {
          like.all();
          return Promise.resolve();
        },
        dispose: () => client.call('closeQuery', { handle: shown.handle }),
      };
    },
  };
}

export function linkPageBenchmarks(data: LinkData): readonly Benchmark[] {
  return [farPageBenchmark(data), pageDuringSearchBenchmark(data)];
}
