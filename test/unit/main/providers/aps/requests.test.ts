import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkFields,
  freshReference,
  referenceFor,
  updateFields,
} from '../../../../../main/providers/aps/requests';

const merchant = { accessCode: '5Y0mmWVu3vtXhnwuAprL', merchantIdentifier: '9f4fa20b' };
const wording = { language: 'en', zone: 'Asia/Kuwait', reference: 'TestByAPS22' } as const;
const linkId = '169996200023293942';

describe('checkFields', () => {
  it('are those of the documented sample', () => {
    expect(checkFields(merchant, linkId, 'TestByAPS22')).toEqual({
      query_command: 'CHECK_PAYMENT_LINK_STATUS',
      payment_link_id: linkId,
      merchant_identifier: '9f4fa20b',
      merchant_reference: 'TestByAPS22',
      access_code: '5Y0mmWVu3vtXhnwuAprL',
    });
  });
});

describe('updateFields', () => {
  it('name every change in the documented fields', () => {
    const patch = {
      status: 'closed',
      expiresAt: Date.parse('2025-12-27T06:55:42.900Z'),
      amount: { amountMinor: 408_800, currency: 'AED' },
      customerName: ' TEST ',
      orderText: 'Order #1',
    } as const;
    expect(updateFields(merchant, { linkId, patch }, wording)).toEqual({
      service_command: 'UPDATE_PAYMENT_LINK',
      access_code: '5Y0mmWVu3vtXhnwuAprL',
      merchant_identifier: '9f4fa20b',
      language: 'en',
      payment_link_id: linkId,
      merchant_reference: 'TestByAPS22',
      payment_link_status: 'Closed',
      request_expiry_date: '2025-12-27T09:55:42+03:00',
      amount: '408800',
      currency: 'AED',
      customer_name: 'TEST',
      order_description: 'Order #1',
    });
  });

  it('never have an empty or untrimmed value, nor an amount without its currency', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((value) => value.trim() !== '');
    const patch = fc.record(
      {
        status: fc.constantFrom('open', 'closed'),
        expiresAt: fc.integer({ min: 0, max: 4e12 }),
        amount: fc.record({
          amountMinor: fc.integer({ min: 1, max: 9_999_999_999 }),
          currency: fc.constantFrom('KWD', 'JPY'),
        }),
        customerName: text,
        orderText: text,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(patch, fc.constantFrom('', ' ', 'R-1'), (change, reference) => {
        const fields = updateFields(merchant, { linkId, patch: change }, { ...wording, reference });
        for (const value of Object.values(fields)) {
          expect(value).not.toBe('');
          expect(value).toBe(value.trim());
        }
        expect('amount' in fields).toBe('currency' in fields);
        expect(fields['request_expiry_date']?.length ?? 25).toBe(25);
      }),
    );
  });
});

describe('freshReference', () => {
  it('keeps to the symbols and the length that a reference may have', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        (original, draw) => {
          expect(freshReference(original, 1_795_000_000_000, draw)).toMatch(/^[A-Za-z0-9._-]{1,40}$/);
        },
      ),
    );
  });
});

describe('referenceFor', () => {
  const name = { linkId, reference: 'TestByAPS22' };
  const source = { clock: () => 1_795_000_000_000, random: () => 0.5 };
  it('follows the policy', () => {
    expect(referenceFor('original', name, source)).toBe('TestByAPS22');
    expect(referenceFor('omit', name, source)).toBeUndefined();
    expect(referenceFor('fresh', name, source)).toMatch(/^TestByAPS22-./);
  });
});
