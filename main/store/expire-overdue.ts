import type { Instant } from '#domain/instant';

import { statusCodes } from './link-status-code';
import type { FieldDifference } from './store-api';
import type { StoreDatabase } from './store-database';

const change: readonly FieldDifference[] = [{ field: 'status', before: 'open', after: 'expired' }];

/**
 * Makes the function that marks open links whose expiry has passed as expired and answers their keys.
 *
 * The history dates the change at the link's expiry, not at the moment somebody looked. `checked_at` stays: no provider
 * has confirmed it.
 */
export function createExpireOverdue(db: StoreDatabase): (now: Instant) => readonly number[] {
  const open = String(statusCodes.open);
  const remember = db.prepare<[string, Instant]>(
    `INSERT INTO link_history (link_key, at, source, changes)
     SELECT key, expires_at, 'clock', ? FROM link WHERE status = ${open} AND expires_at <= ?`,
  );
  const expire = db
    .prepare<[Instant], number>(
      `UPDATE link SET status = ${String(statusCodes.expired)} WHERE status = ${open} AND expires_at <= ? RETURNING key`,
    )
    .pluck();
  const isOverdue = db.prepare<[Instant]>(
    `SELECT 1 FROM link WHERE status = ${open} AND expires_at <= ? LIMIT 1`,
  );
  const write = db.transaction((now: Instant): readonly number[] => {
    remember.run(JSON.stringify(change), now);
    return expire.all(now);
  });
  // Asked before every query, and mostly for nothing.
  return (now) => (isOverdue.get(now) === undefined ? [] : write(now));
}
