import { describe, expect, it } from 'vitest';
import { capabilitiesOf } from '#domain/capability';
import {
  baseOf,
  changedSince,
  holdsPatch,
  judgeBulkEdit,
  judgeEdit,
  judgeField,
  patchOf,
  type LinkPatch,
} from '#domain/link-patch';
import type { PaymentLink } from '#domain/payment-link';

const now = Date.parse('2026-11-20T12:00:00Z');
const context = { capabilities: capabilitiesOf.aps, now };
const day = 86_400_000;

const open: PaymentLink = {
  connectionId: 'c',
  linkId: '169996200023293942',
  reference: 'INV-1',
  status: 'open',
  providerStatus: 'Open',
  amount: { amountMinor: 1_234_500, currency: 'KWD' },
  expiresAt: now + day,
  customerName: 'Noor',
  checkedAt: now,
};

describe('judgeEdit', () => {
  it('names each changed field before and after, and nothing that stays', () => {
    const patch: LinkPatch = { expiresAt: now + 2 * day, customerName: 'Noor', orderText: 'Order 7' };
    const verdict = judgeEdit(open, patch, context);
    expect(verdict).toEqual({
      kind: 'change',
      changes: [
        { field: 'expiresAt', before: now + day, after: now + 2 * day },
        { field: 'orderText', before: undefined, after: 'Order 7' },
      ],
    });
    expect(verdict.kind === 'change' && patchOf(verdict.changes)).toEqual({
      expiresAt: now + 2 * day,
      orderText: 'Order 7',
    });
  });

  it('sees no change within the same second', () => {
    expect(judgeEdit(open, { expiresAt: now + day + 400 }, context)).toEqual({ kind: 'no-change' });
  });

  it.each<[string, Partial<PaymentLink>, LinkPatch, string]>([
    ['a paid link', { status: 'paid' }, { expiresAt: now + 2 * day }, 'paid'],
    ['a closed link', { status: 'closed' }, { expiresAt: now + 2 * day }, 'closed'],
    ['an unconfirmed status', { status: 'unknown' }, { expiresAt: now + 2 * day }, 'status-unknown'],
    ['a past date', {}, { expiresAt: now }, 'date-past'],
    ['another currency', {}, { amount: { amountMinor: 1, currency: 'USD' } }, 'currency-differs'],
    ['an amount of zero', {}, { amount: { amountMinor: 0, currency: 'KWD' } }, 'amount-zero'],
    ['eleven digits', {}, { amount: { amountMinor: 10_000_000_000, currency: 'KWD' } }, 'amount-too-large'],
    [
      'a foreign currency',
      { amount: { amountMinor: 1, currency: 'ABC' } },
      { amount: { amountMinor: 2, currency: 'ABC' } },
      'currency-unknown',
    ],
    ['a name of 41 characters', {}, { customerName: 'x'.repeat(41) }, 'text-too-long'],
    ['a digit in a name', {}, { customerName: 'Noor 2' }, 'text-symbol'],
    ['an angle bracket', {}, { orderText: '<b>' }, 'text-symbol'],
    ['an emptied name', {}, { customerName: ' ' }, 'text-empty'],
  ])('refuses %s', (_name, link, patch, reason) => {
    expect(judgeEdit({ ...open, ...link }, patch, context)).toMatchObject({ kind: 'not-allowed', reason });
  });

  it('takes an Arabic name and the documented symbols', () => {
    expect(judgeEdit(open, { customerName: "أحمد علي O'Hara" }, context)).toMatchObject({ kind: 'change' });
    expect(judgeEdit(open, { orderText: "Order #12: a/b_c.d-e $5 'x'" }, context)).toMatchObject({
      kind: 'change',
    });
  });

  it('lets a patch reopen a closed link and extend it in one call', () => {
    const closed: PaymentLink = { ...open, status: 'closed' };
    expect(judgeEdit(closed, { status: 'open', expiresAt: now + 3 * day }, context)).toMatchObject({
      kind: 'change',
    });
  });

  it('offers an expired link a new date but no reopening without one', () => {
    const expired: PaymentLink = { ...open, status: 'expired', expiresAt: now - day };
    expect(judgeEdit(expired, { expiresAt: now + day }, context)).toMatchObject({ kind: 'change' });
    expect(judgeEdit(expired, { status: 'open' }, context)).toEqual({ kind: 'no-change' });
  });
});

describe('judgeBulkEdit', () => {
  it('gives the status as the reason even where the value would stay', () => {
    expect(judgeBulkEdit({ ...open, status: 'paid' }, { expiresAt: now + day }, context)).toEqual({
      kind: 'not-allowed',
      field: 'expiresAt',
      reason: 'paid',
    });
  });
});

describe('judgeField', () => {
  it('says what a provider does not offer', () => {
    expect(judgeField(open, 'expiresAt', capabilitiesOf.ahrvo)).toBe('not-offered');
    expect(judgeField(open, 'status', capabilitiesOf.ahrvo)).toBeUndefined();
  });
});

describe('changedSince', () => {
  it('is silent when only the clock passed the expiry', () => {
    expect(changedSince(baseOf(open), { ...baseOf(open), status: 'expired' })).toEqual([]);
  });

  it('names every field another hand changed', () => {
    const other = { status: 'paid' as const, expiresAt: now, amount: { amountMinor: 1, currency: 'KWD' } };
    expect(changedSince(baseOf(open), other)).toEqual(['status', 'expiresAt', 'amount']);
  });
});

describe('holdsPatch', () => {
  it('compares instants to the second and statuses by meaning', () => {
    expect(holdsPatch(open, { expiresAt: now + day + 999, status: 'open' })).toBe(true);
    expect(holdsPatch(open, { status: 'closed' })).toBe(false);
    expect(holdsPatch(open, { amount: { amountMinor: 1, currency: 'KWD' } })).toBe(false);
    expect(holdsPatch({ status: 'open' }, { expiresAt: now })).toBe(false);
  });
});
