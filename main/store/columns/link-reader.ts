import { textFields } from '#domain/link-filter';

import { foldForIndex } from '../search-index';
import type { StoreDatabase } from '../store-database';
import { foldedTexts } from '../text-terms';
import type { LinkValues, TextColumn } from './link-arrays';
import { createTextReader, type TextReader } from './text-reader';

/** A link with the texts it is sorted by. */
export interface ReadLink extends LinkValues {
  readonly texts: Readonly<Record<TextColumn, string | null>>;
  /** The texts it is searched by, folded when they are asked for. */
  foldedTexts(): readonly string[];
}

/** The folded texts of a link. */
export interface SearchedLink {
  readonly key: number;
  readonly texts: readonly string[];
}

/** What the column store reads from the database, each time as a whole: nothing stays open between two calls. */
export interface LinkReader {
  /** About how many links there are, at once. */
  estimate(): number;
  /** The next links by key. */
  after(key: number, limit: number): readonly LinkValues[];
  /** Ascending keys; missing links are left out. */
  byKeys(keys: readonly number[]): readonly ReadLink[];
  /** The folded texts of the next links by key. */
  foldedAfter(key: number, limit: number): readonly SearchedLink[];
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
    `SELECT ${columns}, reference, link_id, customer_name, customer_email, order_text
     FROM json_each(?) AS picked CROSS JOIN link ON link.key = picked.value ORDER BY picked.key`,
  );
  const folded = db.prepare<[number, number], readonly [key: number, ...texts: string[]]>(
    `SELECT id, ${textFields.map(foldedTexts.column).join(', ')}
     FROM ${foldedTexts.table} WHERE id > ? ORDER BY id LIMIT ?`,
  );
  const names = db.prepare<[], string>('SELECT id FROM connection ORDER BY name');
  for (const statement of [span, names]) statement.pluck();
  for (const statement of [after, byKeys, folded]) statement.raw();
  const texts = {
    reference: createTextReader(db, 'reference'),
    linkId: createTextReader(db, 'linkId'),
    customerName: createTextReader(db, 'customerName'),
  };
  return {
    estimate: () => span.get() ?? 0,
    after: (key, limit) => after.all(key, limit).map(toValues),
    byKeys: (keys) => byKeys.all(JSON.stringify(keys)).map(toReadLink),
    foldedAfter: (key, limit) => folded.all(key, limit).map(([id, ...rest]) => ({ key: id, texts: rest })),
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
  const [, , , , , , , , , , ...searched] = row;
  const [reference = null, linkId = null, customerName = null] = searched;
  return {
    ...toValues(row),
    texts: { reference, linkId, customerName },
    foldedTexts: () => searched.map((text) => foldForIndex(text ?? '')),
  };
}
