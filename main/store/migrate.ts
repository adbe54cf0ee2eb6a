import type { StoreDatabase } from './store-database';
import { storeUnavailable } from './store-failure';

/** One step of the schema; versions count up from 1 without gaps and are kept in the file as `user_version`. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/**
 * Brings a database to the newest schema and answers its version. Each step and its version number are one transaction.
 *
 * @throws AppError `store/unavailable` (`newer-schema`) for a file of a later version, which is left untouched.
 */
export function migrate(db: StoreDatabase, migrations: readonly Migration[]): number {
  const newest = migrations.at(-1)?.version ?? 0;
  const present = schemaVersion(db);
  if (present > newest) {
    throw storeUnavailable(
      'newer-schema',
      'The link cache was written by a later version of this application.',
    );
  }
  for (const { version, sql } of migrations) {
    const step = db.transaction(() => {
      // Read inside the transaction: another process may have taken the same step meanwhile.
      if (schemaVersion(db) >= version) return;
      db.exec(sql);
      db.pragma(`user_version = ${String(version)}`);
    });
    step.immediate();
  }
  return Math.max(present, newest);
}

export function schemaVersion(db: StoreDatabase): number {
  return Number(db.pragma('user_version', { simple: true }));
}
