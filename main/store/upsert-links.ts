import { AppError } from '#domain/app-error';
import type { Instant } from '#domain/instant';
import type { LinkStatus, PaymentLink } from '#domain/payment-link';

import { linkColumns, toLink, toValues, type StoredLink } from './link-columns';
import { mergeLink } from './merge-link';
import { createSearchIndex, sameSearchText } from './search-index';
import type { LinkHistoryEntry, UpsertCounts } from './store-api';
import type { StoreDatabase } from './store-database';
import { sqlCode } from './store-failure';

type Source = LinkHistoryEntry['source'];
type Counts = { -readonly [C in keyof UpsertCounts]: UpsertCounts[C] };

export function noLinks(): Counts {
  return { added: 0, changed: 0, unchanged: 0, older: 0 };
}

/** What became of a link that was stored. */
export interface LinkOutcome {
  readonly kind: keyof UpsertCounts;
  readonly key: number;
  /** Absent for one that was added. */
  readonly before?: LinkStatus;
  readonly after: LinkStatus;
}

/** Both throw the AppError `connection/not-found` for a link of a connection that is not stored. */
export interface LinkWriter {
  /** Stores links in one transaction (a part of the caller's, if there is one). */
  upsert(links: Iterable<PaymentLink>, source: Source): UpsertCounts;
  /** Stores one link as a part of the caller's transaction, which ends with `count`; answers what became of it. */
  put(link: PaymentLink, source: Source): LinkOutcome;
  /** Keeps how many links there are in all: to be called once for all that were put. */
  count(counts: UpsertCounts): void;
}

const written = [...linkColumns.filter((column) => column !== 'key'), 'amount_order'];
const setColumns = written.map((column) => `${column} = @${column}`).join(', ');

/** A cached moment further ahead than this was written down by a clock that was wrong then or is now. */
const clockSlackMs = 60_000;

interface LinkWriterOptions {
  readonly now?: () => Instant;
  /** Told of each link that was added or changed, before the transaction is committed. */
  readonly onWritten?: (key: number) => void;
}

/**
 * The rows of links, each with its history and its place in the search index. What a provider tells is never older than a
 * moment that is yet to come.
 */
export function createLinkWriter(
  db: StoreDatabase,
  { now = Date.now, onWritten = () => undefined }: LinkWriterOptions = {},
): LinkWriter {
  const { find, insert, update, touch, remember, addToCount } = prepareStatements(db);
  const index = createSearchIndex(db);

  const add = (link: PaymentLink): number => {
    try {
      return Number(insert.run(toValues(link)).lastInsertRowid);
    } catch (thrown) {
      if (sqlCode(thrown) !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw thrown;
      throw new AppError('connection/not-found', {}, thrown);
    }
  };

  const put = (told: PaymentLink, source: Source): LinkOutcome => {
    const row = find.get(told.linkId, told.connectionId);
    if (row === undefined) {
      const key = add(told);
      index.add(key, told);
      onWritten(key);
      return { kind: 'added', key, after: told.status };
    }
    const isFromAhead = source !== 'import' && row.checked_at > now() + clockSlackMs;
    const cached = { ...toLink(row), ...(isFromAhead ? { checkedAt: 0 } : {}) };
    const merge = mergeLink(cached, told);
    if (merge.kind !== 'older') onWritten(row.key);
    if (merge.kind === 'unchanged' && merge.checkedAt !== row.checked_at) touch.run(merge.checkedAt, row.key);
    if (merge.kind === 'changed') {
      const { link, differences } = merge;
      update.run({ ...toValues(link), key: row.key });
      if (!sameSearchText(cached, link)) index.replace(row.key, link);
      if (differences.length > 0) {
        remember.run(row.key, link.checkedAt, source, JSON.stringify(differences));
      }
    }
    const after = merge.kind === 'changed' ? merge.link.status : cached.status;
    return { kind: merge.kind, key: row.key, before: cached.status, after };
  };

  const count = ({ added }: UpsertCounts): void => {
    if (added > 0) addToCount.run(added);
  };

  const upsert = db.transaction((links: Iterable<PaymentLink>, source: Source): UpsertCounts => {
    const counts = noLinks();
    for (const link of links) counts[put(link, source).kind] += 1;
    count(counts);
    return counts;
  });
  return { upsert, put, count };
}

function prepareStatements(db: StoreDatabase) {
  return {
    find: db.prepare<[string, string], StoredLink>(
      `SELECT ${linkColumns.join(', ')} FROM link WHERE link_id = ? AND connection_id = ?`,
    ),
    insert: db.prepare<[ReturnType<typeof toValues>]>(
      `INSERT INTO link (${written.join(', ')}) VALUES (${written.map((column) => `@${column}`).join(', ')})`,
    ),
    update: db.prepare<[ReturnType<typeof toValues> & { key: number }]>(
      `UPDATE link SET ${setColumns} WHERE key = @key`,
    ),
    touch: db.prepare<[number, number]>('UPDATE link SET checked_at = ? WHERE key = ?'),
    remember: db.prepare<[number, number, Source, string]>(
      'INSERT INTO link_history (link_key, at, source, changes) VALUES (?, ?, ?, ?)',
    ),
    addToCount: db.prepare<[number]>('UPDATE link_count SET count = count + ?'),
  };
}
