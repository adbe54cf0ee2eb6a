import { describe, expect, it } from 'vitest';
import type { FieldChange } from '#domain/link-patch';
import { patchOf } from '#domain/link-patch';
import type { LinkRow } from '#domain/payment-link';
import { judgeUndo } from '#domain/undo-edit';

const now = Date.parse('2026-11-20T12:00:00Z');
const day = 86_400_000;
const context = { providerOf: () => 'aps' as const, now };
const kwd = (amountMinor: number) => ({ amountMinor, currency: 'KWD' });

function row(more: Partial<LinkRow> = {}): LinkRow {
  return {
    key: 1,
    pending: false,
    conflict: false,
    connectionId: 'shop',
    linkId: '1',
    reference: 'R-1',
    status: 'open',
    providerStatus: 'Open',
    amount: kwd(1000),
    expiresAt: now + 9 * day,
    checkedAt: now,
    ...more,
  };
}

const extended: FieldChange = { field: 'expiresAt', before: now + day, after: now + 9 * day };
const undo = (changes: readonly FieldChange[], more: Partial<LinkRow> = {}) =>
  judgeUndo({ patch: patchOf(changes), changes }, row(more), context);
const notAllowed = (reason: string) => ({ verdict: 'not-allowed', reason, changes: [] });

describe('taking an edit back', () => {
  it('restores what was before, while the link still holds what the edit set', () => {
    expect(undo([extended])).toEqual({
      verdict: 'change',
      changes: [{ field: 'expiresAt', before: now + 9 * day, after: now + day }],
    });
  });

  it('restores all fields of an edit, or none', () => {
    const paidLess: FieldChange = { field: 'amount', before: kwd(2000), after: kwd(1000) };
    expect(undo([extended, paidLess]).changes.map(({ field }) => field)).toEqual(['expiresAt', 'amount']);
    expect(undo([extended, paidLess], { amount: kwd(3000) }).verdict).toBe('changed-since');
  });

  it('reopens and restores in one call what one edit changed and closed', () => {
    const closed: FieldChange = { field: 'status', before: 'open', after: 'closed' };
    expect(undo([closed, extended], { status: 'closed' })).toMatchObject({
      verdict: 'change',
      changes: [{ field: 'status' }, { field: 'expiresAt' }],
    });
  });

  it('leaves alone what somebody changed since, and tells what it would have been', () => {
    expect(undo([extended], { expiresAt: now + 5 * day })).toEqual({
      verdict: 'changed-since',
      changes: [{ field: 'expiresAt', before: now + 5 * day, after: now + day }],
    });
  });

  it('notices texts that changed since, too', () => {
    const named: FieldChange = { field: 'customerName', before: 'Noura', after: 'Sara' };
    const worded: FieldChange = { field: 'orderText', before: 'Old', after: 'New' };
    expect(undo([named], { customerName: 'Sara' }).verdict).toBe('change');
    expect(undo([named], { customerName: 'Huda' }).verdict).toBe('changed-since');
    expect(undo([worded], { orderText: 'New' }).verdict).toBe('change');
    expect(undo([worded]).verdict).toBe('changed-since');
  });

  it('reopens what was closed and closes what was reopened', () => {
    const closed: FieldChange = { field: 'status', before: 'open', after: 'closed' };
    const reopened: FieldChange = { field: 'status', before: 'closed', after: 'open' };
    expect(undo([closed], { status: 'closed' }).changes).toEqual([
      { field: 'status', before: 'closed', after: 'open' },
    ]);
    expect(undo([reopened]).changes).toEqual([{ field: 'status', before: 'open', after: 'closed' }]);
    expect(undo([closed]).verdict).toBe('changed-since');
  });

  it('takes a link that had expired as the open one it was to its provider', () => {
    const closed: FieldChange = { field: 'status', before: 'expired', after: 'closed' };
    expect(undo([closed], { status: 'closed' })).toMatchObject({
      verdict: 'change',
      changes: [{ after: 'open' }],
    });
  });

  it('is not allowed where a value before was never known', () => {
    const named: FieldChange = { field: 'customerName', before: undefined, after: 'Sara' };
    expect(undo([extended, named], { customerName: 'Sara' })).toEqual(notAllowed('no-value-before'));
  });

  it('is not allowed where the link does not take it any more, whatever it holds', () => {
    expect(undo([extended], { status: 'paid' })).toEqual(notAllowed('paid'));
    expect(undo([extended], { status: 'paid', expiresAt: now })).toEqual(notAllowed('paid'));
    expect(undo([{ ...extended, before: now - day }])).toEqual(notAllowed('date-past'));
    expect(undo([extended], { pending: true })).toEqual(notAllowed('edit-waiting'));
  });
});
