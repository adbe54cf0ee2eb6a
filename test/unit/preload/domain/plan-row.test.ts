import { describe, expect, it } from 'vitest';
import type { BulkVerb } from '#domain/bulk-job';
import type { LinkPatch } from '#domain/link-patch';
import type { LinkRow } from '#domain/payment-link';
import { judgePlanRow, judgeRowPatch, type PlanContext } from '#domain/plan-row';
import type { ProviderId } from '#domain/provider';

const now = Date.parse('2026-11-20T12:00:00Z');
const day = 86_400_000;
const providers = new Map<string, ProviderId>([
  ['aps', 'aps'],
  ['ahrvo', 'ahrvo'],
]);
const context: PlanContext = { providerOf: (id) => providers.get(id), now };

function row(more: Partial<LinkRow> = {}): LinkRow {
  return {
    key: 1,
    pending: false,
    conflict: false,
    connectionId: 'aps',
    linkId: '1',
    reference: 'R-1',
    status: 'open',
    providerStatus: 'Open',
    amount: { amountMinor: 1000, currency: 'KWD' },
    expiresAt: now + day,
    checkedAt: now,
    ...more,
  };
}

const judge = (change: BulkVerb, more: Partial<LinkRow> = {}) => judgePlanRow(row(more), change, context);
const notAllowed = (reason: string) => ({ verdict: 'not-allowed', reason, changes: [] });
const until = (at: number): BulkVerb => ({ verb: 'set-expiry', expiry: { kind: 'absolute', at } });
const plusDays = (days: number): BulkVerb => ({
  verb: 'set-expiry',
  expiry: { kind: 'plus-days', days, zone: 'Asia/Kuwait' },
});

describe('a row of a plan to set the expiry', () => {
  it('changes to the moment that was asked for', () => {
    expect(judge(until(now + 30 * day))).toEqual({
      verdict: 'change',
      changes: [{ field: 'expiresAt', before: now + day, after: now + 30 * day }],
    });
  });

  it('changes by its own moment where the change is relative', () => {
    expect(judge(plusDays(7), { expiresAt: now + 3 * day }).changes).toEqual([
      { field: 'expiresAt', before: now + 3 * day, after: now + 10 * day },
    ]);
  });

  it('does not change when it expires then already', () => {
    expect(judge(until(now + day))).toEqual({ verdict: 'no-change', changes: [] });
  });

  it('revives an expired link', () => {
    expect(judge(until(now + day), { status: 'expired', expiresAt: now - day }).verdict).toBe('change');
  });

  it('is not allowed for a link that lacks the moment to start from', () => {
    const { expiresAt: _none, ...without } = row();
    expect(judgePlanRow(without, plusDays(1), context)).toEqual(notAllowed('no-expiry'));
    expect(judgePlanRow(without, until(now + day), context).verdict).toBe('change');
  });

  it('is not allowed for a moment that is past by then', () => {
    expect(judge(plusDays(1), { status: 'expired', expiresAt: now - 5 * day })).toEqual(
      notAllowed('date-past'),
    );
    expect(judge(until(now))).toEqual(notAllowed('date-past'));
  });

  it.each([
    ['paid', 'paid'],
    ['closed', 'closed'],
    ['unknown', 'status-unknown'],
  ] as const)('is not allowed for a link that is %s', (status, reason) => {
    expect(judge(until(now + 30 * day), { status })).toEqual(notAllowed(reason));
  });
});

describe('a row of a plan', () => {
  it.each<[BulkVerb, Partial<LinkRow>, object]>([
    [{ verb: 'close' }, {}, { field: 'status', before: 'open', after: 'closed' }],
    [{ verb: 'reopen' }, { status: 'closed' }, { field: 'status', before: 'closed', after: 'open' }],
    [
      { verb: 'set-amount', amount: { amountMinor: 5, currency: 'KWD' } },
      {},
      {
        field: 'amount',
        before: { amountMinor: 1000, currency: 'KWD' },
        after: { amountMinor: 5, currency: 'KWD' },
      },
    ],
    [
      { verb: 'set-order-text', orderText: 'Winter' },
      { orderText: 'Spring' },
      { field: 'orderText', before: 'Spring', after: 'Winter' },
    ],
  ])('changes as %o asks', (change, more, expected) => {
    expect(judge(change, more)).toEqual({ verdict: 'change', changes: [expected] });
  });

  it('stays as it is where it is so already', () => {
    expect(judge({ verb: 'close' }, { status: 'closed' }).verdict).toBe('no-change');
    expect(judge({ verb: 'reopen' }).verdict).toBe('no-change');
  });

  it('is not allowed an amount in another currency', () => {
    const amount = { amountMinor: 5, currency: 'USD' };
    expect(judge({ verb: 'set-amount', amount })).toEqual(notAllowed('currency-differs'));
  });

  it('is not allowed what its provider cannot do, or when its connection is gone', () => {
    expect(judge(until(now + 9 * day), { connectionId: 'ahrvo' })).toEqual(notAllowed('not-offered'));
    expect(judge({ verb: 'close' }, { connectionId: 'ahrvo' }).verdict).toBe('change');
    expect(judge({ verb: 'close' }, { connectionId: 'gone' })).toEqual(notAllowed('not-offered'));
  });

  it('waits while another edit of its link is not decided, but only if it would change', () => {
    for (const waiting of [{ pending: true }, { conflict: true }]) {
      expect(judge({ verb: 'close' }, waiting)).toEqual(notAllowed('edit-waiting'));
      expect(judge({ verb: 'reopen' }, waiting).verdict).toBe('no-change');
      expect(judge({ verb: 'close' }, { ...waiting, status: 'paid' })).toEqual(notAllowed('paid'));
    }
  });

  it('is judged by its own values where a patch names them', () => {
    const patch: LinkPatch = { status: 'closed', orderText: 'Late' };
    expect(judgeRowPatch(row(), patch, context).changes.map(({ field }) => field)).toEqual([
      'status',
      'orderText',
    ]);
  });
});
