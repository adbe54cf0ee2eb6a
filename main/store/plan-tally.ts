import type { BulkPlan } from '#domain/bulk-job';
import type { Instant } from '#domain/instant';
import type { BlockReason, FieldChange } from '#domain/link-patch';
import type { LinkRow } from '#domain/payment-link';
import type { RowVerdict } from '#domain/plan-row';

/** What a plan counts and sums up. */
export type PlanSummary = Pick<
  BulkPlan,
  'total' | 'willChange' | 'sooner' | 'unchanged' | 'changedSince' | 'blocked' | 'sums' | 'oldestCheckedAt'
>;

/** Whether a change brings an expiry forward. */
function expiresSooner(change: FieldChange): boolean {
  return change.field === 'expiresAt' && change.before !== undefined && change.after < change.before;
}

const byText = (a: string, b: string): number => (a < b ? -1 : 1);

/** Gathers verdicts row by row. Pure but for its own tallies. */
export class PlanTally {
  readonly #blocked = new Map<BlockReason, number>();
  readonly #sums = new Map<string, { count: number; total: bigint }>();
  #total = 0;
  #willChange = 0;
  #sooner = 0;
  #unchanged = 0;
  #changedSince = 0;
  #oldestCheckedAt: Instant | undefined;

  add(row: Pick<LinkRow, 'amount' | 'checkedAt'>, { verdict, reason, changes }: RowVerdict): void {
    this.#total += 1;
    switch (verdict) {
      case 'change':
        return this.#addChange(row, changes);
      case 'no-change':
        this.#unchanged += 1;
        return;
      case 'changed-since':
        this.#changedSince += 1;
        return;
      case 'not-allowed':
        if (reason !== undefined) this.#blocked.set(reason, (this.#blocked.get(reason) ?? 0) + 1);
    }
  }

  #addChange(
    { amount, checkedAt }: Pick<LinkRow, 'amount' | 'checkedAt'>,
    changes: readonly FieldChange[],
  ): void {
    this.#willChange += 1;
    if (changes.some(expiresSooner)) this.#sooner += 1;
    this.#oldestCheckedAt = Math.min(this.#oldestCheckedAt ?? Infinity, checkedAt);
    if (amount === undefined) return;
    const sum = this.#sums.get(amount.currency) ?? { count: 0, total: 0n };
    this.#sums.set(amount.currency, { count: sum.count + 1, total: sum.total + BigInt(amount.amountMinor) });
  }

  /** Currencies and reasons in the order of their names; the reason met most comes first. */
  get summary(): PlanSummary {
    return {
      total: this.#total,
      willChange: this.#willChange,
      sooner: this.#sooner,
      unchanged: this.#unchanged,
      changedSince: this.#changedSince,
      blocked: [...this.#blocked]
        .map(([reason, count]) => ({ reason, count }))
        .sort((a, b) => b.count - a.count || byText(a.reason, b.reason)),
      sums: [...this.#sums]
        .map(([currency, { count, total }]) => ({ currency, count, totalMinor: String(total) }))
        .sort((a, b) => byText(a.currency, b.currency)),
      ...(this.#oldestCheckedAt === undefined ? {} : { oldestCheckedAt: this.#oldestCheckedAt }),
    };
  }
}
