import type { LinkTotals } from '#contract/links';
import type { StoreClient } from '../../../main/store/store-client';
import { closeSoon } from '../link-data/store-session';
import { pageRows, type LinkAnswerer, type SumLine } from './link-answerer';
import type { MixedQuery } from './mixed-query';

function sumLines({ sums }: LinkTotals): SumLine[] {
  return sums.map(({ currency, count, totalMinor }) => `${currency} ${count} ${totalMinor}`);
}

/** Ours, across the border of the store process: a query is opened, its answer brings the first page, the totals follow. */
export function createStoreAnswers(client: StoreClient): LinkAnswerer {
  const open = async ({ filter, sort }: MixedQuery) => {
    const { handle, page } = await client.call('openQuery', { filter, sort });
    return { handle, keys: page.rows.slice(0, pageRows).map(({ key }) => key) };
  };
  const openAndCount = async (query: MixedQuery) => {
    const { handle, keys } = await open(query);
    const totals = await client.call('queryTotals', { handle });
    closeSoon(client, handle);
    return { keys, totals };
  };
  return {
    firstPage: async (query) => {
      const { handle, keys } = await open(query);
      closeSoon(client, handle);
      return { keys };
    },
    counted: async (query) => {
      const { keys, totals } = await openAndCount(query);
      return { keys, total: totals.total, sums: sumLines(totals) };
    },
    sums: async (query) => sumLines((await openAndCount(query)).totals),
  };
}
