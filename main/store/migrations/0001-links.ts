import type { Migration } from '../migrate';

/**
 * Connections, settings, links with their history, and the search index.
 *
 * A link's status is a small number in the order lists show it (`link-status-code.ts`). `amount_order` is the amount in major
 * units: the order a reader of the column expects, where 2.000 KWD (2000) comes before 10.00 USD (1000). Every `link_by_`
 * index starts with what is sorted by and goes on with what is filtered by, so that a sorted list of keys never reads the
 * table. Keys are never used twice: an edit of a removed link must not come to mean another one.
 */
export const links: Migration = {
  version: 1,
  name: 'links',
  sql: `
    CREATE TABLE connection (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL COLLATE NOCASE UNIQUE,
      provider TEXT NOT NULL,
      environment TEXT NOT NULL,
      endpoint TEXT,
      merchant_identifier TEXT NOT NULL,
      sha_type TEXT NOT NULL,
      access_code_tail TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE setting (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE link (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      connection_id TEXT NOT NULL REFERENCES connection (id),
      link_id TEXT NOT NULL,
      reference TEXT NOT NULL,
      status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 4),
      provider_status TEXT NOT NULL,
      amount_minor INTEGER,
      currency TEXT,
      amount_order REAL,
      customer_name TEXT,
      customer_email TEXT,
      order_text TEXT,
      url TEXT,
      created_at INTEGER,
      expires_at INTEGER,
      attempts INTEGER,
      checked_at INTEGER NOT NULL,
      CHECK ((amount_minor IS NULL) = (currency IS NULL))
    ) STRICT;

    CREATE UNIQUE INDEX link_identity ON link (link_id, connection_id);
    CREATE INDEX link_by_status ON link (status, currency, amount_minor, expires_at, connection_id);
    CREATE INDEX link_by_expiry ON link (expires_at, status, currency, amount_minor, connection_id);
    CREATE INDEX link_by_created ON link (created_at, status, expires_at, currency, connection_id);
    CREATE INDEX link_by_amount ON link (amount_order, status, expires_at, currency, connection_id);
    CREATE INDEX link_by_reference ON link (reference COLLATE NOCASE, status, expires_at, currency, connection_id);
    CREATE INDEX link_by_customer ON link (customer_name COLLATE NOCASE, status, expires_at, currency, connection_id);
    CREATE INDEX link_overdue ON link (expires_at) WHERE status = 0;

    CREATE TABLE link_history (
      id INTEGER PRIMARY KEY,
      link_key INTEGER NOT NULL REFERENCES link (key) ON DELETE CASCADE,
      at INTEGER NOT NULL,
      source TEXT NOT NULL CHECK (source IN ('import', 'check', 'edit', 'clock')),
      changes TEXT NOT NULL
    ) STRICT;
    CREATE INDEX link_history_of ON link_history (link_key, id);

    CREATE VIRTUAL TABLE link_search USING fts5 (
      reference, link_id, customer_name, customer_email, order_text,
      tokenize = 'trigram case_sensitive 1 remove_diacritics 0'
    );
  `,
};
