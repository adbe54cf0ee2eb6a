import type { LinkTotals } from '#contract/links';
import type { ResolvedFilter } from '#domain/link-filter';
import { linkStatuses, type LinkStatus } from '#domain/payment-link';

import { indexForFilter } from './choose-index';
import { filterSql } from './filter-sql';
import { statusOfCode } from './link-status-code';
import type { StoreDatabase } from './store-database';

export interface LinkSums {
  /** `byStatus` counts as if the filter named no statuses, wanted or refused. */
  ofFilter(filter: ResolvedFilter): LinkTotals;
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
    ofFilter: (filter) => {
      const { statuses, not, ...rest } = filter;
      const { statuses: refused = [], ...otherRefused } = not ?? {};
      const counted: ResolvedFilter = { ...rest, not: otherRefused };
      const { sql, params } = filterSql(counted);
      const index = indexForFilter(counted);
      const from = index === undefined ? 'link' : `link INDEXED BY ${index}`;
      const groups = db
        .prepare<(string | number)[], Group>(
          `SELECT ${columns} FROM ${from} WHERE ${sql} GROUP BY status, currency`,
        )
        .all(...params);
      return totalsOf(
        groups,
        (status) => (statuses ?? linkStatuses).includes(status) && !refused.includes(status),
      );
    },
    // In ascending order each page of the table is read and deciphered once.
    ofKeys: (keys) => totalsOf(ofKeys.all(`[${keys.toSorted().join(',')}]`), () => true),
  };
}

function totalsOf(groups: readonly Group[], isWanted: (status: LinkStatus) => boolean): LinkTotals {
  // Every status gets its count.
  const byStatus = Object.fromEntries(linkStatuses.map((status) => [status, 0])) as Record<
    LinkStatus,
    number
  >;
  const sums = new Map<string, { count: number; total: bigint }>();
  let total = 0;
  for (const group of groups) {
    const status = statusOfCode(group.status);
    byStatus[status] += group.count;
    if (!isWanted(status)) continue;
    total += group.count;
    if (group.currency !== null) addGroup(sums, group.currency, group);
  }
  return {
    total,
    byStatus,
    sums: [...sums]
      .map(([currency, sum]) => ({ currency, count: sum.count, totalMinor: String(sum.total) }))
      .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  };
}

function addGroup(
  sums: Map<string, { count: number; total: bigint }>,
  currency: string,
  { count, millions, rest }: Group,
): void {
  const sum = sums.get(currency) ?? { count: 0, total: 0n };
  const total = sum.total + BigInt(millions ?? 0) * MILLION + BigInt(rest ?? 0);
  sums.set(currency, { count: sum.count + count, total });
}
