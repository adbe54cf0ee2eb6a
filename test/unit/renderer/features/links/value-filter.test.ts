import { describe, expect, it } from 'vitest';
import { cellValueOf, leaveOut, showOnly } from '../../../../../renderer/features/links/table/value-filter';
import { sampleLink } from '../../../../support/renderer/sample-links';

const row = sampleLink({
  key: 1,
  status: 'expired',
  amount: { amountMinor: 1500, currency: 'KWD' },
  customerName: 'Al Noor',
});

const cell = (columnId: string) => {
  const value = cellValueOf(row, columnId);
  if (value === undefined) throw new Error('No filter can name this cell.');
  return value;
};

describe('filtering by the cell under the menu', () => {
  it('a date or an id is no value of a list', () => {
    expect(cellValueOf(row, 'expiresAt')).toBeUndefined();
    expect(cellValueOf(row, undefined)).toBeUndefined();
  });

  it('shows only a value, in place of what its field asked for before', () => {
    const filter = { statuses: ['open', 'paid'], words: ['noor'], not: { statuses: ['expired'] } } as const;
    expect(showOnly(filter, cell('status'))).toEqual({ statuses: ['expired'], words: ['noor'] });
    expect(showOnly({}, cell('amount'))).toEqual({ currencies: ['KWD'] });
    expect(showOnly({}, cell('customerName'))).toEqual({ texts: { customerName: 'Al Noor' } });
  });

  it('leaves a value out, beside others that are left out, and asks for it no longer', () => {
    const filter = { statuses: ['expired', 'open'], not: { statuses: ['paid'] } } as const;
    expect(leaveOut(filter, cell('status'))).toEqual({
      statuses: ['open'],
      not: { statuses: ['paid', 'expired'] },
    });
    expect(leaveOut({}, cell('customerName'))).toEqual({ not: { texts: { customerName: 'Al Noor' } } });
  });
});
