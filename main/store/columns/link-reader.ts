import type { StoreDatabase } from '../store-database';
import type { LinkValues, TextColumn } from './link-arrays';
import { createTextReader, type TextReader } from './text-reader';

/** A link with the texts it is sorted by. */
export interface ReadLink extends LinkValues {
  readonly texts: Readonly<Record<TextColumn, string | null>>;
}

/** What the column store reads from the database, each time as a whole: nothing stays open between two calls. */
export interface LinkReader {
  /** About how many links there are, at once. */
  estimate(): number;
  /** The next links by key. */
  after(key: number, limit: number): readonly LinkValues[];
  /** Ascending keys; missing links are left out. */
  byKeys(keys: readonly number[]): readonly ReadLink[];
  texts(column: TextColumn): TextReader;
  /** The ids of the connections in the order of their names. */
  connections(): readonly string[];
}

type Row = readonly [
  key: number,
  status: number,
  currency: string | null,
  connectionId: string,
  amountMinor: number | null,
  amount: number | null,
  expiresAt: number | null,
  createdAt: number | null,
  checkedAt: number,
  attempts: number | null,
  ...texts: (string | null)[],
];

const columns = `link.key, status, currency, connection_id, amount_minor,
  amount_order, expires_at, created_at, checked_at, attempts`;

export function createLinkReader(db: StoreDatabase): LinkReader {
  const span = db.prepare<[], number>(
    'SELECT ifnull((SELECT max(key) FROM link) - (SELECT min(key) FROM link) + 1, 0)',
  );
  const after = db.prepare<[number, number], Row>(
    `SELECT ${columns} FROM link WHERE key > ? ORDER BY key LIMIT ?`,
  );
  const byKeys = db.prepare<[string], Row>(
    `SELECT ${columns}, reference, link_id, customer_name
     FROM json_each(?) AS picked CROSS JOIN link ON link.key = picked.value ORDER BY picked.key`,
  );
  const names = db.prepare<[], string>('SELECT id FROM connection ORDER BY name');
  for (const statement of [span, names]) statement.pluck();
  for (const statement of [after, byKeys]) statement.raw();
  const texts = {
    reference: createTextReader(db, 'reference'),
    linkId: createTextReader(db, 'linkId'),
    customerName: createTextReader(db, 'customerName'),
  };
  return {
    estimate: () => span.get() ?? 0,
    after: (key, limit) => after.all(key, limit).map(toValues),
    byKeys: (keys) => byKeys.all(JSON.stringify(keys)).map(toReadLink),
    texts: (column) => texts[column],
    connections: () => names.all(),
  };
}

function toValues(row: Row): LinkValues {
  const [
    key,
    status,
    currency,
    connectionId,
    amountMinor,
    amount,
    expiresAt,
    createdAt,
    checkedAt,
    attempts,
  ] = row;
  const numbers = { amount, expiresAt, createdAt, checkedAt, attempts };
  return { key, status, currency, connectionId, amountMinor, numbers };
}

function toReadLink(row: Row): ReadLink {
  const [, , , , , , , , , , reference = null, linkId = null, customerName = null] = row;
  return { ...toValues(row), texts: { reference, linkId, customerName } };
}
