import type { PaymentLink } from '#domain/payment-link';
import { linkColumns, toValues } from '../../main/store/link-columns';
import { openDatabase } from '../../main/store/open-database';
import type { Benchmark } from './benchmark';
import { keyHex } from './link-data/link-file';
import type { LinkData } from './link-data/link-data';
import { dayMs, sampleLinks } from './link-data/sample-link';
import { startStore } from './link-data/store-session';

const count = 10_000;

/** What a provider tells in a round: every second link has changed, every tenth of those has a new customer name. */
function told(rows: number, round: number): readonly PaymentLink[] {
  return sampleLinks(0, Math.min(count, rows)).map((link, index) => {
    const checkedAt = link.checkedAt + round * dayMs;
    if (index % 2 === 0) return { ...link, checkedAt };
    const attempts = (link.attempts ?? 0) + round;
    const renamed = index % 20 === 1 ? { customerName: `${link.customerName ?? ''} (${round})` } : {};
    return { ...link, ...renamed, attempts, checkedAt };
  });
}

const written = [...linkColumns.filter((column) => column !== 'key'), 'amount_order'] as const;
const plainUpsert = `INSERT INTO link (${written.join(', ')}) VALUES (${written.map((name) => `@${name}`).join(', ')})
  ON CONFLICT (link_id, connection_id) DO UPDATE SET ${written.map((name) => `${name} = excluded.${name}`).join(', ')}`;

/** A page of a sync after the other: ours also keeps each link's history and its place in the search. */
export function linkUpsertBenchmark(data: LinkData): Benchmark {
  return {
    name: 'link upsert: 10,000 links, half changed',
    unit: 'ms',
    peerName: 'INSERT ... ON CONFLICT DO UPDATE, same indexes',
    budget: 3,
    prepare: async (rows) => {
      const store = await startStore(await data.copy());
      const { db } = openDatabase({ file: await data.copy(), keyHex });
      const upsert = db.prepare<[ReturnType<typeof toValues>]>(plainUpsert);
      const rounds = { ours: 0, peer: 0 };
      const timed = async (
        links: readonly PaymentLink[],
        store: (links: readonly PaymentLink[]) => unknown,
      ) => {
        const startedAt = performance.now();
        await store(links);
        return performance.now() - startedAt;
      };
      return {
        ours: () =>
          timed(told(rows, (rounds.ours += 1)), (links) =>
            store.client.call('upsertLinks', { links, source: 'check' }),
          ),
        peer: () =>
          timed(
            told(rows, (rounds.peer += 1)),
            db.transaction((links: readonly PaymentLink[]) => {
              for (const link of links) upsert.run(toValues(link));
            }),
          ),
        dispose: async () => {
          db.close();
          await store.stop();
        },
      };
    },
  };
}
