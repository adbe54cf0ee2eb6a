import { describe, expect, it } from 'vitest';
import { toCheckedLink, toLinkUrl } from '../../../../../main/providers/aps/to-domain';

const now = Date.parse('2025-12-01T00:00:00Z');
const documented = {
  amount: '200700',
  payment_link_status: 'Paid',
  request_expiry_date: '2025-12-27T06:55:42Z',
  payment_link_id: '169996200023293942',
  merchant_reference: 'TestByAPS22',
  user_attempts_count: '1',
  currency: 'SAR',
};

describe('toCheckedLink', () => {
  it('reads the documented sample', () => {
    expect(toCheckedLink(documented, '', now)).toEqual({
      linkId: '169996200023293942',
      reference: 'TestByAPS22',
      status: 'paid',
      providerStatus: 'Paid',
      amount: { amountMinor: 200_700, currency: 'SAR' },
      expiresAt: Date.parse('2025-12-27T06:55:42Z'),
      attempts: 1,
      checkedAt: now,
    });
  });

  it('calls an open link past its date expired and keeps the word it was given', () => {
    const link = toCheckedLink(
      { ...documented, payment_link_status: 'Open', request_expiry_date: '2025-11-30T23:59:59Z' },
      '',
      now,
    );
    expect(link).toMatchObject({ status: 'expired', providerStatus: 'Open' });
  });

  it.each([
    [{ amount: '2007.00' }, 'amount'],
    [{ amount: undefined }, 'amount'],
    [{ currency: 'riyal' }, 'amount'],
    [{ request_expiry_date: '27/12/2025' }, 'expiresAt'],
    [{ user_attempts_count: 'many' }, 'attempts'],
  ])('leaves out what %o makes unreadable and keeps the rest', (change, field) => {
    // Absent, as a field that was not in the JSON would be.
    const wire = JSON.parse(JSON.stringify({ ...documented, ...change })) as typeof documented;
    const link = toCheckedLink(wire, '', now);
    expect(link).not.toHaveProperty(field);
    expect(link.status).toBe('paid');
  });
});

describe('toLinkUrl', () => {
  it.each([
    ['https://sbcheckout.payfort.com/e44083f49b4f35e7', 'https://sbcheckout.payfort.com/e44083f49b4f35e7'],
    ['http://sbcheckout.payfort.com/e44083f49b4f35e7', undefined],
    ['javascript:alert(1)', undefined],
    ['e44083f49b4f35e7', undefined],
    [undefined, undefined],
  ])('takes %s as %s', (text, expected) => {
    expect(toLinkUrl(text)).toBe(expected);
  });
});
