import { describe, expect, it } from 'vitest';
import { toListPage } from '../../../../../main/providers/ahrvo/list-page';
import { start } from '../../../../../main/providers/ahrvo/place';
import { listSample } from './sample';

const asked = { askedAt: 5, now: Date.parse('2023-07-01T00:00:00Z') };
const read = (body: unknown, filter = {}) => toListPage({ body }, { place: start, filter }, asked);
const link = (more: object = {}) => ({ id: 'PL1', state: 'ACTIVE', ...more });
const bodyOf = (rows: readonly unknown[], page?: unknown) => ({ _embedded: { payment_links: rows }, page });

describe('the example response of the documents', () => {
  it('is two links, and the end', () => {
    const { links, ...page } = read(listSample);
    expect(links).toEqual([
      {
        linkId: 'PLpaymentLinkExample456',
        reference: 'Invoice #12345',
        status: 'open',
        providerStatus: 'ACTIVE',
        checkedAt: 5,
        amount: { amountMinor: 50_000, currency: 'USD' },
        expiresAt: Date.parse('2023-12-15T10:30:00Z'),
        createdAt: Date.parse('2023-06-15T10:30:00Z'),
        orderText: '2 × Premium Widget',
        url: 'https://forms.finix.com/payment-links/PLpaymentLinkExample456',
        tags: 'invoice_number: 12345',
        extras: {
          isMultipleUse: false,
          frequency: 'ONE_TIME',
          merchantId: 'MUmerchantExample123',
          updatedAt: Date.parse('2023-06-15T10:30:00Z'),
        },
      },
      {
        linkId: 'PLdonationPage789',
        reference: 'General Donations',
        status: 'open',
        providerStatus: 'ACTIVE',
        checkedAt: 5,
        amount: { amountMinor: 10_000, currency: 'USD' },
        expiresAt: Date.parse('2023-12-10T14:20:00Z'),
        createdAt: Date.parse('2023-06-10T14:20:00Z'),
        url: 'https://forms.finix.com/payment-links/PLdonationPage789',
        tags: 'campaign: annual_fund',
        extras: {
          isMultipleUse: true,
          frequency: 'ONE_TIME',
          merchantId: 'MUmerchantExample123',
          updatedAt: Date.parse('2023-06-10T14:20:00Z'),
        },
      },
    ]);
    expect(page).toEqual({
      rejected: [],
      outside: 0,
      total: 2,
      next: { ifNew: { kind: 'end' }, ifAllMet: { kind: 'end' } },
    });
  });
});

describe('toListPage', () => {
  it('says of rows without a usable id that they are no links, by the id if it is one at all', () => {
    const long = 'x'.repeat(101);
    const { links, rejected } = read(
      bodyOf([link(), { id: '' }, { id: long }, { id: 7 }, null, 'PL2', { id: null }]),
    );
    expect(links.map(({ linkId }) => linkId)).toEqual(['PL1']);
    expect(rejected).toHaveLength(6);
    expect(rejected.every(({ message }) => message !== '')).toBe(true);
  });

  it('counts what was not asked for and keeps it', () => {
    const rows = [
      link({ id: 'a', merchant_id: 'MU1', updated_at: '2026-11-30T10:00:00Z' }),
      link({ id: 'b', merchant_id: 'MU2', updated_at: '2026-11-30T10:00:00Z' }),
      link({ id: 'c', merchant_id: 'MU1', updated_at: '2026-11-30T09:59:59Z' }),
      link({ id: 'd' }),
    ];
    const updatedSince = Date.parse('2026-11-30T10:00:00.900Z');
    const { links, outside } = read(bodyOf(rows), { merchantId: 'MU1', updatedSince });
    expect({ links: links.length, outside }).toEqual({ links: 4, outside: 2 });
  });

  it.each([
    ['without _embedded', { page: { offset: 0, limit: 100, count: 0 } }],
    ['with nothing embedded', { _embedded: {}, page: { limit: 100, next_cursor: null } }],
    ['with null embedded', { _embedded: null, page: { limit: 100 } }],
    ['without a page', { _embedded: { payment_links: [] } }],
    ['with a page that is none', { _embedded: { payment_links: [] }, page: 'x' }],
  ])('takes a list %s for an empty one, which is its end', (_, body) => {
    expect(read(body)).toMatchObject({ links: [], next: { ifNew: { kind: 'end' } } });
  });

  it.each([
    [{}],
    [[]],
    [null],
    [undefined],
    ['text'],
    [{ _embedded: { payment_links: {} }, page: {} }],
    [{ message: 'x' }],
  ])('does not take %o for a list', (body) => {
    expect(() => read(body)).toThrow(expect.objectContaining({ code: 'provider/answer-unreadable' }));
  });

  it('reads the numbers of a page from text too', () => {
    expect(read(bodyOf([link()], { offset: '0', limit: '100', count: '1' })).total).toBe(1);
  });

  it.each([
    ['PLx', { kind: 'on', cursor: 'PLx' }],
    [42, { kind: 'on', cursor: '42' }],
    [null, { kind: 'end' }],
    ['', { kind: 'end' }],
    ['x'.repeat(501), { kind: 'end' }],
    [{ id: 'x' }, { kind: 'end' }],
  ])('takes the cursor %o for what it is', (told, expected) => {
    const { ifNew } = read(bodyOf([link()], { limit: 100, next_cursor: told })).next;
    const cursor = ifNew.kind === 'on' ? ifNew.position['cursor'] : undefined;
    expect({ kind: ifNew.kind, ...(cursor === undefined ? {} : { cursor }) }).toEqual(expected);
  });
});
