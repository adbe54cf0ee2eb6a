import { describe, expect, it } from 'vitest';
import { instantOf, toCheckedLink } from '../../../../../main/providers/ahrvo/to-domain';
import { parseLink } from '../../../../../main/providers/ahrvo/wire';

const now = Date.parse('2026-11-30T12:00:00Z');
const read = (more: object) => toCheckedLink(parseLink({ id: 'PL1', ...more }), { askedAt: now - 9, now });
const amount = (details: object) => read({ amount_details: details });

describe('toCheckedLink', () => {
  it('makes a link of an id alone', () => {
    expect(read({})).toEqual({
      linkId: 'PL1',
      reference: '',
      status: 'unknown',
      providerStatus: '',
      checkedAt: now - 9,
      extras: {},
    });
  });

  it.each(['PL1', 'payment_link_bTBdRNbeJZ9N6hL1', '169996200023293942'])('takes the id %s', (id) => {
    expect(read({ id }).linkId).toBe(id);
  });

  it.each([
    ['ACTIVE', '2026-11-30T12:00:01Z', 'open'],
    ['ACTIVE', '2026-11-30T12:00:00Z', 'expired'],
    ['ACTIVE', undefined, 'open'],
    ['active', undefined, 'open'],
    ['DEACTIVATED', '2020-01-01T00:00:00Z', 'closed'],
    ['COMPLETED', '2020-01-01T00:00:00Z', 'paid'],
    ['EXPIRED', '2030-01-01T00:00:00Z', 'expired'],
    ['ON_HOLD', undefined, 'unknown'],
  ])('knows %s that expires %s as %s and keeps the word', (state, expiry, status) => {
    expect(read({ state, link_expires_at: expiry })).toMatchObject({ status, providerStatus: state });
  });

  it.each([
    [
      { amount_type: 'FIXED', total_amount: 50_000, currency: 'USD' },
      { amountMinor: 50_000, currency: 'USD' },
    ],
    [
      { total_amount: '7500', currency: 'usd' },
      { amountMinor: 7500, currency: 'USD' },
    ],
    [
      { amount_type: 'FIXED', total_amount: 0, currency: 'KWD' },
      { amountMinor: 0, currency: 'KWD' },
    ],
    [
      { amount_type: 'NEW_TYPE', total_amount: 5, currency: 'CAD' },
      { amountMinor: 5, currency: 'CAD' },
    ],
    [{ total_amount: 75.5, currency: 'USD' }, undefined],
    [{ total_amount: '75.50', currency: 'USD' }, undefined],
    [{ total_amount: -5, currency: 'USD' }, undefined],
    [{ total_amount: 2 ** 53, currency: 'USD' }, undefined],
    [{ total_amount: '9999999999999999', currency: 'USD' }, undefined],
    [{ total_amount: '1e3', currency: 'USD' }, undefined],
    [{ total_amount: 100, currency: 'US' }, undefined],
    [{ total_amount: 100 }, undefined],
    [{ total_amount: null, currency: 'USD' }, undefined],
    ['none', undefined],
    [null, undefined],
  ])('reads the amount of %o as %o, and never rounds', (details, expected) => {
    expect(read({ amount_details: details }).amount).toEqual(expected);
  });

  it('gives a range to a link whose payer chooses', () => {
    const details = {
      amount_type: 'MIN_MAX',
      total_amount: 900,
      min_amount: '100',
      max_amount: 500,
      currency: 'USD',
    };
    const link = amount(details);
    expect(link.amount).toBeUndefined();
    expect(link.extras?.amountRange).toEqual({ currency: 'USD', minMinor: 100, maxMinor: 500 });
    const open = amount({
      amount_type: 'VARIABLE',
      total_amount: null,
      min_amount: 100,
      max_amount: null,
      currency: 'USD',
    });
    expect(open.extras?.amountRange).toEqual({ currency: 'USD', minMinor: 100 });
  });

  it('reads booleans as text', () => {
    expect(read({ is_multiple_use: 'true' }).extras?.isMultipleUse).toBe(true);
    expect(read({ is_multiple_use: 'false' }).extras?.isMultipleUse).toBe(false);
    expect(read({ is_multiple_use: 'maybe' }).extras?.isMultipleUse).toBeUndefined();
  });

  it.each([
    ['2023-06-15T10:30:00Z', '2023-06-15T10:30:00.000Z'],
    ['2023-06-15T10:30:03.41Z', '2023-06-15T10:30:03.410Z'],
    ['2023-06-15T10:30:03.414Z', '2023-06-15T10:30:03.414Z'],
    ['2023-06-15T13:30:00+03:00', '2023-06-15T10:30:00.000Z'],
    ['2023-06-15T13:30:00+0300', '2023-06-15T10:30:00.000Z'],
    ['2023-06-15T10:30:00', '2023-06-15T10:30:00.000Z'],
    ['2023-06-31T10:30:00Z', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('reads %s as %s', (text, expected) => {
    const at = instantOf(text);
    expect(at === undefined ? undefined : new Date(at).toISOString()).toBe(expected);
  });

  it.each([
    [
      [
        { name: 'Premium Widget', quantity: 2 },
        { name: 'Delivery', quantity: '1' },
      ],
      '2 × Premium Widget, Delivery',
    ],
    [[{ name: ' ' }, null, 7, { quantity: 3 }], undefined],
    [[], undefined],
    ['Widget', undefined],
  ])('words the items %o as %s', (items, expected) => {
    expect(read({ items }).orderText).toBe(expected);
  });

  it('cuts long items between characters', () => {
    const text = read({ items: [{ name: '😀'.repeat(300) }] }).orderText!;
    expect([...text]).toHaveLength(250);
    expect(text.endsWith('😀…')).toBe(true);
  });

  it.each([
    [{ name: 'Noura Haddad', email: 'n@example.com' }, 'Noura Haddad', 'n@example.com'],
    [{ first_name: 'أحمد', last_name: 'العنزي' }, 'أحمد العنزي', undefined],
    [{ name: null, first_name: 'Sara' }, 'Sara', undefined],
    [{ name: '', email: ' ' }, undefined, undefined],
    [null, undefined, undefined],
    [[], undefined, undefined],
  ])('knows the buyer %o', (buyer, customerName, customerEmail) => {
    const link = read({ buyer_details: buyer });
    expect([link.customerName, link.customerEmail]).toEqual([customerName, customerEmail]);
  });

  it.each([
    [{ b: 'x', a: 7, c: true, d: { e: 1 } }, 'a: 7\nb: x\nc: true\nd: {"e":1}'],
    [{ client_ref: 'desk-1' }, 'client_ref: desk-1'],
    [{ a: null, b: '' }, ''],
    [{}, ''],
    [null, ''],
    [undefined, undefined],
    [['a'], undefined],
    ['a', undefined],
  ])('writes the tags %o as %o', (tags, expected) => {
    expect(read({ tags }).tags).toBe(expected);
  });

  it.each([
    ['https://forms.finix.com/payment-links/PL1', true],
    ['http://forms.finix.com/payment-links/PL1', false],
    ['javascript:alert(1)', false],
    ['PL1', false],
  ])('takes %s for the customer’s page: %s', (url, isTaken) => {
    expect(read({ link_url: url }).url).toBe(isTaken ? url : undefined);
  });
});
