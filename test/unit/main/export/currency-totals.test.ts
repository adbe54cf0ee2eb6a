import { describe, expect, it } from 'vitest';
import type { LinkRow } from '#domain/payment-link';
import { createCurrencyTotals } from '../../../../main/export/currency-totals';

const row = (amountMinor?: number, currency = 'KWD'): LinkRow => ({
  key: 1,
  pending: false,
  conflict: false,
  connectionId: 'c',
  linkId: '1',
  reference: '',
  status: 'open',
  providerStatus: 'Open',
  checkedAt: 0,
  ...(amountMinor === undefined ? {} : { amount: { amountMinor, currency } }),
});

describe('createCurrencyTotals', () => {
  it('adds each currency apart, past 2^53, and leaves rows without an amount out', () => {
    const totals = createCurrencyTotals();
    totals.add([row(Number.MAX_SAFE_INTEGER), row(5, 'AED'), row()]);
    totals.add([row(Number.MAX_SAFE_INTEGER), row(7, 'AED')]);
    expect(totals.sums()).toEqual([
      { currency: 'AED', count: 2, totalMinor: '12' },
      { currency: 'KWD', count: 2, totalMinor: '18014398509481982' },
    ]);
  });
});
