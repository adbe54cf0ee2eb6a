import { AppError } from '#domain/app-error';
import type { BulkChange, BulkPlan, PlannedRow } from '#domain/bulk-job';
import { capabilitiesOf } from '#domain/capability';
import { nextExpiry } from '#domain/expiry';
import type { CurrencySum, LinkSelection } from '#domain/link-filter';
import {
  baseOf,
  judgeBulkEdit,
  patchOf,
  type BlockReason,
  type EditVerdict,
  type FieldChange,
} from '#domain/link-patch';
import type { LinkRow } from '#domain/payment-link';
import type { ProviderId } from '#domain/provider';
import type { NewEdit } from '../store/store-api';
import type { StoreClient } from '../store/store-client';

/** A plan with the frozen edits behind it: what is confirmed is exactly what was shown. */
export interface FrozenPlan {
  readonly plan: BulkPlan;
  readonly edits: readonly NewEdit[];
}

export interface PlanContext {
  readonly providerOf: (connectionId: string) => ProviderId | undefined;
  readonly now: number;
}

/** Decides one row of a plan. A relative date needs a present expiry to start from. */
export function judgeRow(row: LinkRow, change: BulkChange, { providerOf, now }: PlanContext): EditVerdict {
  if (change.verb !== 'set-expiry') return { kind: 'no-change' };
  const provider = providerOf(row.connectionId);
  if (provider === undefined) return { kind: 'not-allowed', reason: 'not-offered' };
  const expiresAt = nextExpiry(change.expiry, row.expiresAt);
  if (expiresAt === undefined) return { kind: 'not-allowed', field: 'expiresAt', reason: 'no-expiry' };
  return judgeBulkEdit(row, { expiresAt }, { capabilities: capabilitiesOf[provider], now });
}

/** How many rows that will change a plan shows before and after. */
const sampleSize = 20;
const chunkSize = 2000;

/** Whether a change brings an expiry forward. */
function expiresSooner(change: FieldChange): boolean {
  return change.field === 'expiresAt' && change.before !== undefined && change.after < change.before;
}

/** Gathers verdicts row by row into the plan's counts, sums and sample. Pure but for its own tallies. */
export class PlanTally {
  readonly edits: NewEdit[] = [];
  readonly #sample: PlannedRow[] = [];
  readonly #blocked = new Map<BlockReason, number>();
  readonly #sums = new Map<string, { count: number; total: bigint }>();
  #unchanged = 0;
  #sooner = 0;
  #total = 0;

  add(row: LinkRow, verdict: EditVerdict): void {
    this.#total += 1;
    if (verdict.kind === 'no-change') this.#unchanged += 1;
    else if (verdict.kind === 'not-allowed') {
      this.#blocked.set(verdict.reason, (this.#blocked.get(verdict.reason) ?? 0) + 1);
    } else {
      const { changes } = verdict;
      if (changes.some(expiresSooner)) this.#sooner += 1;
      this.edits.push({ linkKey: row.key, patch: patchOf(changes), base: baseOf(row), changes });
      if (this.#sample.length < sampleSize) {
        this.#sample.push({ linkKey: row.key, reference: row.reference, changes });
      }
      if (row.amount !== undefined) this.#addSum(row.amount.currency, row.amount.amountMinor);
    }
  }

  #addSum(currency: string, amountMinor: number): void {
    const sum = this.#sums.get(currency) ?? { count: 0, total: 0n };
    this.#sums.set(currency, { count: sum.count + 1, total: sum.total + BigInt(amountMinor) });
  }

  toPlan(planId: string, change: BulkChange): BulkPlan {
    const sums: CurrencySum[] = [...this.#sums].map(([currency, { count, total }]) => ({
      currency,
      count,
      totalMinor: String(total),
    }));
    return {
      planId,
      change,
      total: this.#total,
      willChange: this.edits.length,
      sooner: this.#sooner,
      unchanged: this.#unchanged,
      blocked: [...this.#blocked].map(([reason, count]) => ({ reason, count })),
      sums: sums.sort((a, b) => (a.currency < b.currency ? -1 : 1)),
      sample: this.#sample,
    };
  }
}

/** Freezes a selection to its rows and decides each. Nothing is stored and nothing is sent. */
export async function planBulkEdit(
  request: { readonly planId: string; readonly selection: LinkSelection; readonly change: BulkChange },
  store: StoreClient,
  now: number,
): Promise<FrozenPlan> {
  const keys = await store.call('freezeSelection', { selection: request.selection });
  if (keys.length === 0) throw new AppError('job/nothing-to-do');
  const providers = new Map(
    (await store.call('listConnections', {})).map(({ id, provider }) => [id, provider]),
  );
  const context: PlanContext = { providerOf: (id) => providers.get(id), now };
  const tally = new PlanTally();
  for (let start = 0; start < keys.length; start += chunkSize) {
    for (const row of await store.call('readLinks', { keys: keys.slice(start, start + chunkSize) })) {
      tally.add(row, judgeRow(row, request.change, context));
    }
  }
  return { plan: tally.toPlan(request.planId, request.change), edits: tally.edits };
}
