import type { Instant } from '#domain/instant';

import type { NewEdit } from './store-api';
import type { StoreDatabase } from './store-database';

export interface PlacedEdit {
  readonly jobId: string;
  readonly at: Instant;
  /** Where it stands among the rows of its plan, from 0. */
  readonly position: number;
  readonly edit: NewEdit;
}

/** Makes the function that stores one planned edit of a link that is in the cache; false when it is not. */
export function createEditInsertion(db: StoreDatabase): (placed: PlacedEdit) => boolean {
  const insert = db.prepare<[Record<string, string | number>]>(
    `INSERT INTO edit
       (job_id, link_key, connection_id, link_id, reference, state, patch, base, changes, updated_at, position)
     SELECT @jobId, key, connection_id, link_id, reference, 'planned', @patch, @base, @changes, @at, @position
     FROM link WHERE key = @linkKey`,
  );
  return ({ jobId, at, position, edit: { linkKey, patch, base, changes } }) =>
    insert.run({
      ...{ jobId, linkKey, at, position },
      patch: JSON.stringify(patch),
      base: JSON.stringify(base),
      changes: JSON.stringify(changes),
    }).changes > 0;
}
