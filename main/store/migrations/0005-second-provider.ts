import type { Migration } from '../migrate';

/**
 * A second provider: what only one provider's accounts have stands as JSON in `account`, what only its links have in `tags` and, as
 * JSON, in `extras`.
 *
 * Its list is read by sync runs. `reading` counts how often a run began the list, so that a link is new to a reading and yet
 * counted once a run. Links of one reference and amount are found by an index of just the open links that can be paid once.
 */
export const secondProvider: Migration = {
  version: 5,
  name: 'second provider',
  sql: `
    ALTER TABLE connection ADD COLUMN colour TEXT;
    ALTER TABLE connection ADD COLUMN account TEXT NOT NULL DEFAULT '{}';
    UPDATE connection SET account = json_object(
      'merchantIdentifier', merchant_identifier, 'shaType', sha_type, 'accessCodeTail', access_code_tail
    );
    ALTER TABLE connection DROP COLUMN merchant_identifier;
    ALTER TABLE connection DROP COLUMN sha_type;
    ALTER TABLE connection DROP COLUMN access_code_tail;

    ALTER TABLE link ADD COLUMN tags TEXT;
    ALTER TABLE link ADD COLUMN extras TEXT;
    CREATE INDEX link_twin ON link (reference COLLATE NOCASE, currency, amount_minor)
      WHERE status = 0 AND reference <> '' AND ifnull(extras ->> '$.isMultipleUse', 0) = 0;

    CREATE TABLE sync_run (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      connection_id TEXT NOT NULL REFERENCES connection (id),
      mode TEXT NOT NULL CHECK (mode IN ('full', 'incremental')),
      state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'cancelled', 'finished')),
      started_at INTEGER NOT NULL,
      ended_at INTEGER,
      served_at INTEGER,
      since INTEGER,
      fell_back INTEGER NOT NULL DEFAULT 0,
      reading INTEGER NOT NULL DEFAULT 1,
      position TEXT,
      total INTEGER,
      paused_by TEXT,
      incomplete INTEGER NOT NULL DEFAULT 0,
      pages INTEGER NOT NULL DEFAULT 0,
      listed INTEGER NOT NULL DEFAULT 0,
      added INTEGER NOT NULL DEFAULT 0,
      changed INTEGER NOT NULL DEFAULT 0,
      unchanged INTEGER NOT NULL DEFAULT 0,
      rejected INTEGER NOT NULL DEFAULT 0,
      news_new INTEGER NOT NULL DEFAULT 0,
      news_paid INTEGER NOT NULL DEFAULT 0,
      news_closed INTEGER NOT NULL DEFAULT 0,
      news_expired INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX sync_run_of ON sync_run (connection_id, number);
    CREATE UNIQUE INDEX sync_run_open ON sync_run (connection_id) WHERE state = 'running';

    CREATE TABLE sync_met (
      run INTEGER NOT NULL,
      link_key INTEGER NOT NULL,
      reading INTEGER NOT NULL,
      PRIMARY KEY (run, link_key)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE link_news (
      link_key INTEGER PRIMARY KEY REFERENCES link (key) ON DELETE CASCADE,
      connection_id TEXT NOT NULL,
      news TEXT NOT NULL CHECK (news IN ('new', 'paid', 'closed', 'expired'))
    ) STRICT;
    CREATE INDEX link_news_of ON link_news (news, connection_id);

    CREATE TABLE creation (
      id TEXT PRIMARY KEY,
      connection_id TEXT NOT NULL REFERENCES connection (id),
      draft TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('sending', 'unknown')),
      at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
