import type { CurrencySum } from '#domain/link-filter';
import { linkStatuses, type LinkStatus } from '#domain/payment-link';

import type { CoveringIndex } from './choose-index';
import type { SqlPart } from './filter-sql';
import { statusOfCode } from './link-status-code';
import type { StoreDatabase } from './store-database';

export interface LinkTotals {
  readonly count: number;
  readonly sums: readonly CurrencySum[];
  readonly byStatus: Readonly<Record<LinkStatus, number>>;
}

export interface LinkSums {
  ofFilter(filter: SqlPart, index: CoveringIndex): LinkTotals;
  /** Keys may repeat no key; missing links count nothing. */
  ofKeys(keys: Int32Array): LinkTotals;
}

interface Group {
  readonly status: number;
  readonly currency: string | null;
  readonly count: number;
  /** The sum's millions and the rest, each as text: SQLite's own sum fails at 2^63, a million rows can pass that. */
  readonly millions: string | null;
  readonly rest: string | null;
}

const MILLION = 1_000_000n;

const columns = `status, currency, count(*) AS count,
  CAST(sum(amount_minor / 1000000) AS TEXT) AS millions, CAST(sum(amount_minor % 1000000) AS TEXT) AS rest`;

export function createLinkSums(db: StoreDatabase): LinkSums {
  const ofKeys = db.prepare<[string], Group>(
    `SELECT ${columns} FROM json_each(?) AS picked CROSS JOIN link ON link.key = picked.value GROUP BY status, currency`,
  );
  return {
    ofFilter: ({ sql, params }, index) =>
      totalsOf(
        db
          .prepare<(string | number)[], Group>(
            `SELECT ${columns} FROM link INDEXED BY ${index} WHERE ${sql} GROUP BY status, currency`,
          )
          .all(...params),
      ),
    // In ascending order each page of the table is read and deciphered once.
    ofKeys: (keys) => totalsOf(ofKeys.all(`[${keys.toSorted().join(',')}]`)),
  };
}

function totalsOf(groups: readonly Group[]): LinkTotals {
  const byStatus = Object.fromEntries(linkStatuses.map((status) => [status, 0])) as Record<
    LinkStatus,
    number
  >;
  const sums = new Map<string, { count: number; total: bigint }>();
  for (const { status, currency, count, millions, rest } of groups) {
    byStatus[statusOfCode(status)] += count;
    if (currency === null) continue;
    const sum = sums.get(currency) ?? { count: 0, total: 0n };
    const total = sum.total + BigInt(millions ?? 0) * MILLION + BigInt(rest ?? 0);
    sums.set(currency, { count: sum.count + count, total });
  }
  return {
    count: groups.reduce((count, group) => count + group.count, 0),
    byStatus,
    sums: [...sums]
      .map(([currency, { count, total }]) => ({ currency, count, totalMinor: String(total) }))
      .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  };
}
