import { chromium } from '@playwright/test';
import type { PaymentLink } from '#domain/payment-link';
import { findBrowser } from '../../build/scripts/lib/find-browser.mjs';
import { toLink, type StoredLink } from '../../main/store/link-columns';
import type { StoreDatabase } from '../../main/store/store-database';
import type { StoreClient } from '../../main/store/store-client';
import type { SampleLink } from '../e2e/grid-harness/sample-links';
import type { Benchmark } from './benchmark';
import type { AskedRows } from './grid-page/asked-grid';
import { serveGridPage } from './grid-page/serve-grid-page';
import { mixedQueries, orderOf, type MixedQuery } from './link-answers/mixed-query';
import { pageRows } from './link-answers/link-answerer';
import type { LinkData } from './link-data/link-data';
import { closeSoon } from './link-data/store-session';

function shown({ key, ...link }: PaymentLink & { readonly key: number }): SampleLink {
  return {
    ...{ key, reference: link.reference, customer: link.customerName ?? '', status: link.status },
    ...{ amountMinor: link.amount?.amountMinor ?? 0, currency: link.amount?.currency ?? '' },
    ...{ expiresAt: link.expiresAt, createdAt: link.createdAt ?? 0 },
  };
}

async function fromStore(client: StoreClient, { filter, sort }: MixedQuery): Promise<AskedRows> {
  const { handle, total, page } = await client.call('openQuery', { filter, sort });
  closeSoon(client, handle);
  return { total, rows: page.rows.map(shown) };
}

function fromSql(db: StoreDatabase, query: MixedQuery): Promise<AskedRows> {
  const rows = db
    .prepare<[], StoredLink>(
      `SELECT * FROM link WHERE ${query.where} ORDER BY ${orderOf(query)} LIMIT ${pageRows}`,
    )
    .all();
  const total = db.prepare<[], number>(`SELECT count(*) FROM link WHERE ${query.where}`).pluck().get() ?? 0;
  return Promise.resolve({ total, rows: rows.map((row) => shown({ ...toLink(row), key: row.key })) });
}

/** From a changed filter or order, through the store and across a process border, until the rows stand on the screen. */
export function linkPaintingBenchmark(data: LinkData): Benchmark {
  return {
    name: 'link painting: changed query to painted rows',
    unit: 'ms',
    peerName: 'plain SQL with count behind the same grid',
    ...{ limit: 150, budget: 0.33 },
    prepare: async () => {
      const found = findBrowser();
      if (found === undefined) throw new Error('no Chromium, Chrome or Edge is installed');
      const { client } = await data.store();
      const db = await data.sqlite();
      const served = await serveGridPage((asked) => {
        const query = mixedQueries[Number(asked.get('query'))] ?? mixedQueries[0]!;
        return asked.get('side') === 'ours' ? fromStore(client, query) : fromSql(db, query);
      });
      const browser = await chromium.launch({ executablePath: found.path, chromiumSandbox: false });
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(`${served.url}?grid=asked`);
      const times = async (side: string): Promise<number[]> => {
        const taken: number[] = [];
        for (const index of mixedQueries.keys()) {
          const asked = `side=${side}&query=${index}`;
          taken.push(await page.evaluate((query) => window.gridProbe!.ask(query), asked));
        }
        return taken;
      };
      return {
        ours: () => times('ours'),
        peer: () => times('peer'),
        dispose: async () => {
          await browser.close();
          await served.close();
        },
      };
    },
  };
}
