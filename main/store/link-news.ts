import type { LinkStatus } from '#domain/payment-link';
import type { SyncNews } from '#domain/sync-run';

import type { StoreDatabase } from './store-database';
import type { LinkOutcome } from './upsert-links';

/** By how much a part of a run changed the number of links of each kind of news. */
export type NewsChange = Record<SyncNews, number>;

/** What the last run of each connection found new: one piece of news a link. */
export interface LinkNews {
  /** Forgets the news of the run before. */
  clear(connectionId: string): void;
  /** Keeps what storing a link brought, and counts it into `into`. A link that is new stays that, whatever it becomes meanwhile. */
  note(outcome: LinkOutcome, connectionId: string, into: NewsChange): void;
}

const newsOf: Readonly<Partial<Record<LinkStatus, SyncNews>>> = {
  paid: 'paid',
  closed: 'closed',
  expired: 'expired',
};

export function createLinkNews(db: StoreDatabase): LinkNews {
  const clear = db.prepare<[string]>(
    "DELETE FROM link_news WHERE news IN ('new', 'paid', 'closed', 'expired') AND connection_id = ?",
  );
  const find = db.prepare<[number], SyncNews>('SELECT news FROM link_news WHERE link_key = ?').pluck();
  const put = db.prepare<[number, string, SyncNews]>('INSERT OR REPLACE INTO link_news VALUES (?, ?, ?)');
  const drop = db.prepare<[number]>('DELETE FROM link_news WHERE link_key = ?');
  const change = ({ key, after }: LinkOutcome, connectionId: string, into: NewsChange): void => {
    const news = newsOf[after];
    const before = find.get(key);
    if (before === 'new' || before === news) return;
    if (before !== undefined) into[before] -= 1;
    if (news === undefined) drop.run(key);
    else {
      put.run(key, connectionId, news);
      into[news] += 1;
    }
  };
  return {
    clear: (connectionId) => void clear.run(connectionId),
    note: (outcome, connectionId, into) => {
      const { kind, key, before, after } = outcome;
      if (kind === 'added') {
        put.run(key, connectionId, 'new');
        into.new += 1;
      } else if (before !== after) change(outcome, connectionId, into);
    },
  };
}
