import type { StoreDatabase } from './store-database';

/**
 * The links that can be somebody's duplicate, as the index `link_twin` holds them: SQLite takes that index only for this very
 * condition. A link that is meant to be paid many times has no duplicates.
 */
const isPayableOnce = (link: string): string =>
  `${link}.status = 0 AND ${link}.reference <> '' AND ifnull(${link}.extras ->> '$.isMultipleUse', 0) = 0`;

const isAlike = `twin.reference = link.reference COLLATE NOCASE AND twin.currency = link.currency
  AND twin.amount_minor = link.amount_minor`;

/** A condition on `link`: another open link asks for the same amount under the same reference. */
export const hasTwin = `${isPayableOnce('link')} AND EXISTS (
  SELECT 1 FROM link AS twin INDEXED BY link_twin WHERE ${isAlike} AND ${isPayableOnce('twin')} AND twin.key <> link.key
)`;

/** Selects the keys of all such links, in one walk through the index. */
export const keysWithTwin = `SELECT link.key FROM (
    SELECT reference, currency, amount_minor FROM link AS twin INDEXED BY link_twin WHERE ${isPayableOnce('twin')}
      AND currency IS NOT NULL
    GROUP BY reference COLLATE NOCASE, currency, amount_minor HAVING count(*) > 1
  ) AS twin CROSS JOIN link INDEXED BY link_twin ON ${isAlike} AND ${isPayableOnce('link')}`;

/** So many are shown. */
const mostShown = 5;

/** Makes the function that answers the keys of a link's duplicates, the oldest first. */
export function createTwinReader(db: StoreDatabase): (key: number) => readonly number[] {
  const twins = db
    .prepare<[number], number>(
      `SELECT twin.key FROM link CROSS JOIN link AS twin INDEXED BY link_twin ON ${isAlike} AND ${isPayableOnce('twin')}
         AND twin.key <> link.key
       WHERE link.key = ? AND ${isPayableOnce('link')}
       ORDER BY twin.created_at NULLS LAST, twin.key LIMIT ${String(mostShown)}`,
    )
    .pluck();
  return (key) => twins.all(key);
}
