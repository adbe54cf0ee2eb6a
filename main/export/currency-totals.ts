import type { CurrencySum } from '#domain/link-filter';
import type { LinkRow } from '#domain/payment-link';

/** Counts and adds up amounts, each currency apart. */
export interface CurrencyTotals {
  add(page: readonly LinkRow[]): void;
  /** In alphabetical order of the currencies; rows without an amount are in none. */
  sums(): readonly CurrencySum[];
}

export function createCurrencyTotals(): CurrencyTotals {
  const totals = new Map<string, { count: number; minor: bigint }>();
  return {
    add(page) {
      for (const { amount } of page) {
        if (amount === undefined) continue;
        const total = totals.get(amount.currency) ?? { count: 0, minor: 0n };
        total.count += 1;
        // A sum over many rows can pass 2^53.
        total.minor += BigInt(amount.amountMinor);
        totals.set(amount.currency, total);
      }
    },
    sums: () =>
      [...totals.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([currency, { count, minor }]) => ({ currency, count, totalMinor: minor.toString() })),
  };
}
