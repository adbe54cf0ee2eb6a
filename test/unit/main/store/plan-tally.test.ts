import { describe, expect, it } from 'vitest';

import type { RowVerdict } from '#domain/plan-row';
import { PlanTally } from '../../../../main/store/plan-tally';

const kwd = (amountMinor: number) => ({ amountMinor, currency: 'KWD' });
const later: RowVerdict = { verdict: 'change', changes: [{ field: 'expiresAt', before: 5, after: 9 }] };
const sooner: RowVerdict = { verdict: 'change', changes: [{ field: 'expiresAt', before: 5, after: 4 }] };
const blocked = (reason: NonNullable<RowVerdict['reason']>): RowVerdict => ({
  verdict: 'not-allowed',
  reason,
  changes: [],
});

type Tallied = readonly [{ amount?: ReturnType<typeof kwd>; checkedAt?: number }, RowVerdict];
const plain = (verdict: RowVerdict): Tallied => [{}, verdict];

function tallyOf(...rows: readonly Tallied[]) {
  const tally = new PlanTally();
  for (const [row, verdict] of rows) tally.add({ checkedAt: 50, ...row }, verdict);
  return tally.summary;
}

describe('the tally of a plan', () => {
  it('counts every row exactly once', () => {
    const summary = tallyOf(
      [{}, later],
      [{}, { verdict: 'no-change', changes: [] }],
      [{}, { verdict: 'no-change', changes: [] }],
      [{}, { verdict: 'changed-since', changes: later.changes }],
      [{}, blocked('paid')],
    );
    expect(summary).toMatchObject({ total: 5, willChange: 1, unchanged: 2, changedSince: 1 });
    expect(summary.blocked).toEqual([{ reason: 'paid', count: 1 }]);
  });

  it('lists reasons with the most frequent first, equal ones by name, however the rows come', () => {
    const rows = [blocked('paid'), blocked('no-expiry'), blocked('closed'), blocked('closed')];
    const inOrder = [
      { reason: 'closed', count: 2 },
      { reason: 'no-expiry', count: 1 },
      { reason: 'paid', count: 1 },
    ];
    for (const order of [rows, rows.toReversed()]) {
      expect(tallyOf(...order.map((row) => plain(row))).blocked).toEqual(inOrder);
    }
  });

  it('sums what will change per currency, beyond what a number holds, and nothing else', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const usd = { amountMinor: 7, currency: 'USD' };
    const { sums } = tallyOf(
      [{ amount: usd }, later],
      [{ amount: kwd(most) }, later],
      [{ amount: kwd(most) }, later],
      [{}, later],
      [{ amount: kwd(1) }, blocked('paid')],
      [{ amount: kwd(1) }, { verdict: 'changed-since', changes: [] }],
    );
    expect(sums).toEqual([
      { currency: 'KWD', count: 2, totalMinor: '18014398509481982' },
      { currency: 'USD', count: 1, totalMinor: '7' },
    ]);
  });

  it('counts the rows that would expire sooner than they do now', () => {
    expect(tallyOf([{}, later], [{}, sooner], [{}, sooner]).sooner).toBe(2);
    const first: RowVerdict = {
      verdict: 'change',
      changes: [{ field: 'expiresAt', before: undefined, after: 1 }],
    };
    expect(tallyOf([{}, first]).sooner).toBe(0);
  });

  it('tells how old the oldest row is that will change', () => {
    expect(
      tallyOf([{ checkedAt: 9 }, later], [{ checkedAt: 3 }, later], [{ checkedAt: 1 }, blocked('paid')]),
    ).toMatchObject({
      oldestCheckedAt: 3,
    });
    expect(tallyOf([{ checkedAt: 1 }, blocked('paid')])).not.toHaveProperty('oldestCheckedAt');
  });
});
