import { describe, expect, it } from 'vitest';
import type { ExportRow } from '#domain/export-row';
import type { LinkStatus, PaymentLink } from '#domain/payment-link';
import { createSummaryTally } from '../../../../main/export/summary-tally';
import { toExportRow } from '../../../support/to-export-row';

function row(amountMinor?: number, currency = 'KWD', rest: Partial<PaymentLink> = {}): ExportRow {
  return toExportRow({
    ...{ connectionId: 'c', linkId: '1', reference: '', status: 'open', providerStatus: 'Open' },
    checkedAt: 50,
    ...(amountMinor === undefined ? {} : { amount: { amountMinor, currency } }),
    ...rest,
  });
}

const paid = { status: 'paid' satisfies LinkStatus } as const;

describe('createSummaryTally', () => {
  it('adds each currency apart, past 2^53, and counts rows without an amount under the empty one', () => {
    const tally = createSummaryTally();
    tally.add([row(Number.MAX_SAFE_INTEGER), row(5, 'AED'), row()]);
    tally.add([row(Number.MAX_SAFE_INTEGER), row(7, 'AED', paid), row(-3, 'USD', paid)]);
    const { rows, sums } = tally.result();
    expect(rows).toBe(6);
    expect(sums).toEqual([
      { currency: '', count: 1, totalMinor: '0' },
      { currency: 'AED', count: 2, totalMinor: '12' },
      { currency: 'KWD', count: 2, totalMinor: '18014398509481982' },
      { currency: 'USD', count: 1, totalMinor: '-3' },
    ]);
  });

  it('tells each status and currency, statuses in their order', () => {
    const tally = createSummaryTally();
    tally.add([row(7, 'USD', paid), row(1, 'AED', paid), row(2), row(3), row(undefined, '', paid)]);
    expect(tally.result().byStatus).toEqual([
      { status: 'open', currency: 'KWD', count: 2, totalMinor: '5' },
      { status: 'paid', currency: '', count: 1, totalMinor: '0' },
      { status: 'paid', currency: 'AED', count: 1, totalMinor: '1' },
      { status: 'paid', currency: 'USD', count: 1, totalMinor: '7' },
    ]);
  });

  it('finds the row that was confirmed longest ago', () => {
    const tally = createSummaryTally();
    tally.add([row(1), row(1, 'KWD', { checkedAt: 20 }), row(1)]);
    expect(tally.result().oldestCheckedAt).toBe(20);
  });
});
