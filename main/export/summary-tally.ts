import type { ExportSummary, StatusSum } from '#domain/export-summary';
import type { Instant } from '#domain/instant';
import type { CurrencySum } from '#domain/link-filter';
import { linkStatuses, type LinkStatus } from '#domain/payment-link';
import { at, type ExportRow } from '#domain/export-row';

export type Tallied = Pick<ExportSummary, 'rows' | 'sums' | 'byStatus' | 'oldestCheckedAt'>;

/** Counts and adds up rows on their way into a file, each status and currency apart. */
export interface SummaryTally {
  add(page: readonly ExportRow[]): void;
  result(): Tallied;
}

interface Total {
  count: number;
  /** Of what was added since the last carry: always a safe integer. */
  minor: number;
  /** A sum over many rows can pass 2^53. */
  carried: bigint;
}

function addTo(total: Total, minor: number): void {
  const sum = total.minor + minor;
  if (Number.isSafeInteger(sum)) {
    total.minor = sum;
    return;
  }
  total.carried += BigInt(total.minor);
  total.minor = minor;
}

const wholeOf = ({ carried, minor }: Total): bigint => carried + BigInt(minor);

type Totals = Map<string, Total>;

function totalOf(totals: Totals, currency: string): Total {
  const known = totals.get(currency);
  if (known !== undefined) return known;
  const total = { count: 0, minor: 0, carried: 0n };
  totals.set(currency, total);
  return total;
}

function sumsOf(totals: Totals): readonly CurrencySum[] {
  return [...totals.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, total]) => ({ currency, count: total.count, totalMinor: wholeOf(total).toString() }));
}

/** One table of totals made of several. */
function together(tables: Iterable<Totals>): Totals {
  const all: Totals = new Map();
  for (const totals of tables) {
    for (const [currency, total] of totals) {
      const sum = totalOf(all, currency);
      sum.count += total.count;
      sum.carried += wholeOf(total);
    }
  }
  return all;
}

export function createSummaryTally(): SummaryTally {
  const byStatus: Readonly<Record<LinkStatus, Totals>> = {
    open: new Map(),
    paid: new Map(),
    closed: new Map(),
    expired: new Map(),
    unknown: new Map(),
  };
  let rows = 0;
  let oldest: Instant = Infinity;
  return {
    add(page) {
      rows += page.length;
      for (const row of page) {
        const total = totalOf(byStatus[row[at.status]], row[at.currency] ?? '');
        total.count += 1;
        const minor = row[at.amountMinor];
        if (minor !== null) addTo(total, minor);
        if (row[at.checkedAt] < oldest) oldest = row[at.checkedAt];
      }
    },
    result: () => ({
      rows,
      sums: sumsOf(together(Object.values(byStatus))),
      byStatus: linkStatuses.flatMap((status): StatusSum[] =>
        sumsOf(byStatus[status]).map((sum) => ({ status, ...sum })),
      ),
      ...(rows === 0 ? {} : { oldestCheckedAt: oldest }),
    }),
  };
}
