import type { Migration } from '../migrate';

/**
 * Plans are jobs that were not started: their edits are the rows that will change, `plan_row` keeps the others. A plan is
 * written and dropped slice by slice; `is_complete` is 0 meanwhile, and nobody reads it then.
 *
 * `job_count` is kept by triggers, so that reading a job costs the same whatever its size. Jobs of version 2 were stored when
 * they were started. `summary` is what a plan counted and summed up; a job that was never planned has none.
 */
export const plans: Migration = {
  version: 3,
  name: 'plans',
  sql: `
    ALTER TABLE job ADD COLUMN started_at INTEGER;
    ALTER TABLE job ADD COLUMN summary TEXT;
    ALTER TABLE job ADD COLUMN is_complete INTEGER NOT NULL DEFAULT 1 CHECK (is_complete IN (0, 1));
    ALTER TABLE job ADD COLUMN verb TEXT AS (change ->> '$.verb') VIRTUAL;
    ALTER TABLE job ADD COLUMN undo_of TEXT AS (change ->> '$.ofJobId') VIRTUAL;
    UPDATE job SET started_at = created_at WHERE state <> 'planned';
    CREATE INDEX job_started ON job (started_at, verb) WHERE started_at IS NOT NULL;
    CREATE INDEX job_undo ON job (undo_of, started_at) WHERE started_at IS NOT NULL;
    CREATE INDEX job_by_state ON job (state);

    ALTER TABLE edit ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE edit ADD COLUMN sent_at INTEGER;
    UPDATE edit SET position = id;
    CREATE INDEX edit_by_position ON edit (job_id, position);
    CREATE INDEX edit_lane ON edit (job_id, connection_id, state, id);
    CREATE INDEX edit_conflict ON edit (link_key) WHERE state = 'conflict';

    CREATE TABLE plan_row (
      job_id TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      link_key INTEGER NOT NULL,
      connection_id TEXT NOT NULL,
      link_id TEXT NOT NULL,
      reference TEXT NOT NULL,
      verdict TEXT NOT NULL CHECK (verdict IN ('no-change', 'not-allowed', 'changed-since')),
      reason TEXT,
      changes TEXT NOT NULL,
      PRIMARY KEY (job_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX plan_row_by_verdict ON plan_row (job_id, verdict, position);
    CREATE INDEX plan_row_of_connection ON plan_row (connection_id);

    CREATE TABLE job_count (
      job_id TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
      state TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (job_id, state)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO job_count SELECT job_id, state, count(*) FROM edit GROUP BY job_id, state;
    CREATE TRIGGER edit_is_counted AFTER INSERT ON edit
    BEGIN
      INSERT INTO job_count VALUES (new.job_id, new.state, 1)
        ON CONFLICT (job_id, state) DO UPDATE SET count = count + 1;
    END;
    CREATE TRIGGER edit_is_recounted AFTER UPDATE OF state ON edit WHEN old.state <> new.state
    BEGIN
      UPDATE job_count SET count = count - 1 WHERE job_id = old.job_id AND state = old.state;
      INSERT INTO job_count VALUES (new.job_id, new.state, 1)
        ON CONFLICT (job_id, state) DO UPDATE SET count = count + 1;
    END;
    CREATE TRIGGER edit_is_uncounted AFTER DELETE ON edit
    BEGIN
      UPDATE job_count SET count = count - 1 WHERE job_id = old.job_id AND state = old.state;
    END;
  `,
};
