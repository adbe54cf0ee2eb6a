import type { Migration } from '../migrate';

/**
 * Jobs, their edits, and the append-only audit log.
 *
 * An edit keeps the identity of its link, so that its result can still be read when the link is gone. `audit_head` holds the
 * newest entry's hash once more: a log whose last entries were cut off no longer ends where the head says.
 */
export const editQueue: Migration = {
  version: 2,
  name: 'edit queue',
  sql: `
    CREATE TABLE job (
      id TEXT PRIMARY KEY,
      change TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'paused', 'cancelled', 'finished')),
      created_at INTEGER NOT NULL,
      finished_at INTEGER,
      paused_by TEXT
    ) STRICT;
    CREATE INDEX job_by_age ON job (created_at);

    CREATE TABLE edit (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      job_id TEXT NOT NULL REFERENCES job (id),
      link_key INTEGER NOT NULL,
      connection_id TEXT NOT NULL,
      link_id TEXT NOT NULL,
      reference TEXT NOT NULL,
      state TEXT NOT NULL CHECK (
        state IN ('planned', 'queued', 'sending', 'unknown', 'applied', 'failed', 'conflict', 'skipped')
      ),
      patch TEXT NOT NULL,
      base TEXT NOT NULL,
      changes TEXT NOT NULL,
      tries INTEGER NOT NULL DEFAULT 0,
      updated_at INTEGER NOT NULL,
      error_code TEXT,
      provider_code TEXT,
      provider_text TEXT,
      after TEXT
    ) STRICT;
    CREATE INDEX edit_by_state ON edit (job_id, state, id);
    CREATE INDEX edit_of_job ON edit (job_id, id);
    CREATE INDEX edit_pending ON edit (link_key) WHERE state IN ('queued', 'sending', 'unknown');
    CREATE INDEX edit_of_connection ON edit (connection_id);

    CREATE TABLE audit (
      sequence INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      event TEXT NOT NULL,
      subject TEXT NOT NULL,
      detail TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    CREATE TABLE audit_head (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      sequence INTEGER NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER audit_keeps_entries BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END;
    CREATE TRIGGER audit_drops_nothing BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit entries are never removed'); END;
  `,
};
