import { describe, expect, it } from 'vitest';
import type { BulkChange } from '#domain/bulk-job';
import type { LinkRow } from '#domain/payment-link';
import { judgeRow, PlanTally, type PlanContext } from '../../../../main/jobs/plan-bulk-edit';

const now = Date.parse('2026-11-20T12:00:00Z');
const day = 86_400_000;
const context: PlanContext = { providerOf: (id) => (id === 'aps' ? 'aps' : undefined), now };
const absolute: BulkChange = { verb: 'set-expiry', expiry: { kind: 'absolute', at: now + 30 * day } };

function row(key: number, more: Partial<LinkRow> = {}): LinkRow {
  return {
    key,
    pending: false,
    connectionId: 'aps',
    linkId: String(key),
    reference: `R-${String(key)}`,
    status: 'open',
    providerStatus: 'Open',
    amount: { amountMinor: 1000, currency: 'KWD' },
    expiresAt: now + day,
    checkedAt: now,
    ...more,
  };
}

function planOf(rows: readonly LinkRow[], change: BulkChange) {
  const tally = new PlanTally();
  for (const each of rows) tally.add(each, judgeRow(each, change, context));
  return { plan: tally.toPlan('p', change), edits: tally.edits };
}

describe('a bulk plan', () => {
  it('counts every row exactly once, with reasons and sums per currency', () => {
    const { plan, edits } = planOf(
      [
        row(1),
        row(2, { amount: { amountMinor: 500, currency: 'USD' } }),
        row(3, { status: 'paid' }),
        row(4, { status: 'paid' }),
        row(5, { status: 'closed' }),
        row(6, { expiresAt: now + 30 * day }),
        row(7, { status: 'expired', expiresAt: now - day }),
        row(8, { connectionId: 'gone' }),
      ],
      absolute,
    );
    expect(plan).toMatchObject({ total: 8, willChange: 3, unchanged: 1 });
    expect(plan.blocked).toEqual([
      { reason: 'paid', count: 2 },
      { reason: 'closed', count: 1 },
      { reason: 'not-offered', count: 1 },
    ]);
    expect(plan.sums).toEqual([
      { currency: 'KWD', count: 2, totalMinor: '2000' },
      { currency: 'USD', count: 1, totalMinor: '500' },
    ]);
    expect(edits.map(({ linkKey }) => linkKey)).toEqual([1, 2, 7]);
    const blocked = plan.blocked.reduce((sum, { count }) => sum + count, 0);
    expect(plan.willChange + plan.unchanged + blocked).toBe(plan.total);
  });

  it('freezes absolute values and the base they were made against', () => {
    const change: BulkChange = {
      verb: 'set-expiry',
      expiry: { kind: 'plus-days', days: 7, zone: 'Asia/Kuwait' },
    };
    const { edits } = planOf([row(1)], change);
    expect(edits[0]).toMatchObject({
      patch: { expiresAt: now + 8 * day },
      base: { status: 'open', expiresAt: now + day },
      changes: [{ field: 'expiresAt', before: now + day, after: now + 8 * day }],
    });
  });

  it('blocks a relative date where there is none to start from, and one that is past', () => {
    const change: BulkChange = { verb: 'set-expiry', expiry: { kind: 'plus-days', days: 1, zone: 'UTC' } };
    const { expiresAt: _none, ...without } = row(1);
    const { plan } = planOf([without, row(2, { status: 'expired', expiresAt: now - 5 * day })], change);
    expect(plan.blocked).toEqual([
      { reason: 'no-expiry', count: 1 },
      { reason: 'date-past', count: 1 },
    ]);
  });

  it('counts the rows that would expire sooner than they do now', () => {
    const { plan } = planOf(
      [row(1), row(2, { expiresAt: now + 60 * day }), row(3, { expiresAt: now + 90 * day })],
      absolute,
    );
    expect(plan).toMatchObject({ willChange: 3, sooner: 2 });
  });

  it('shows at most twenty rows as a sample', () => {
    expect(
      planOf(
        Array.from({ length: 50 }, (_, key) => row(key)),
        absolute,
      ).plan.sample,
    ).toHaveLength(20);
  });
});
