import { describe, expect, it } from 'vitest';
import { foldForSearch, matchesFilter, resolveFilter } from '#domain/link-filter';
import { statusFromWord, type PaymentLink } from '#domain/payment-link';
import { judgeEndpoint } from '#domain/provider';

const now = Date.parse('2026-11-20T12:00:00Z');
const link: PaymentLink = {
  connectionId: 'shop',
  linkId: '169996200023293942',
  reference: 'INV-4711',
  status: 'open',
  providerStatus: 'Open',
  amount: { amountMinor: 5, currency: 'KWD' },
  expiresAt: now + 1000,
  customerName: 'أَحْمَد Müller',
  checkedAt: now,
};

describe('matchesFilter', () => {
  it.each(['4711', 'inv-', '9996200', 'muller', 'احمد', ' MÜLLER '])('finds %j', (search) => {
    expect(matchesFilter(link, { search })).toBe(true);
  });

  it('needs every part of a filter to hold', () => {
    expect(matchesFilter(link, { statuses: ['open'], currencies: ['KWD'], connectionIds: ['shop'] })).toBe(
      true,
    );
    expect(matchesFilter(link, { statuses: ['paid'] })).toBe(false);
    expect(matchesFilter(link, { currencies: ['USD'] })).toBe(false);
    expect(matchesFilter(link, { connectionIds: ['web'] })).toBe(false);
    expect(matchesFilter(link, { search: '%' })).toBe(false);
  });

  it('takes both ends of a date range in', () => {
    expect(matchesFilter(link, { expiresFrom: now + 1000, expiresUntil: now + 1000 })).toBe(true);
    expect(matchesFilter(link, { expiresFrom: now + 1001 })).toBe(false);
    expect(matchesFilter(link, { withoutExpiry: true })).toBe(false);
  });
});

describe('resolveFilter', () => {
  it('lets "within 7 days" reach to the end of the seventh local day', () => {
    const { expiresFrom, expiresUntil } = resolveFilter(
      { expires: { kind: 'within-days', days: 7 } },
      now,
      'Asia/Kuwait',
    );
    expect(expiresFrom).toBe(now);
    expect(expiresUntil).toBe(Date.parse('2026-11-27T21:00:00Z') - 1);
  });

  it('keeps the other parts', () => {
    expect(resolveFilter({ search: 'x', expires: { kind: 'none' } }, now, 'UTC')).toEqual({
      search: 'x',
      withoutExpiry: true,
    });
  });
});

describe('foldForSearch', () => {
  it('drops case, Latin accents and Arabic vowel marks', () => {
    expect(foldForSearch('ÉCOLE مُحَمَّد')).toBe('ecole محمد');
  });
});

describe('statusFromWord', () => {
  it.each([
    ['Open', now + 1, 'open'],
    ['OPEN', undefined, 'open'],
    ['Open', now, 'expired'],
    [' paid ', now - 1, 'paid'],
    ['Closed', now - 1, 'closed'],
    ['Expired', undefined, 'expired'],
    ['Pending', now + 1, 'unknown'],
    ['', undefined, 'unknown'],
  ] as const)('%j with expiry %j is %s', (word, expiresAt, status) => {
    expect(statusFromWord(word, expiresAt, now)).toBe(status);
  });
});

describe('judgeEndpoint', () => {
  it.each([
    'https://a.example/FortAPI/paymentApi',
    'http://127.0.0.1:4000/x',
    'http://localhost',
    'http://[::1]:8/',
  ])('takes %s', (text) => {
    expect(judgeEndpoint(text)).toBeUndefined();
  });

  it.each([
    ['http://a.example', 'not-encrypted'],
    ['http://127.0.0.1.evil.example', 'not-encrypted'],
    ['http://localhost.evil.example', 'not-encrypted'],
    ['https://user:pass@a.example', 'has-credentials'],
    ['http://127.0.0.1@evil.example/', 'has-credentials'],
    ['ftp://a.example', 'not-a-url'],
    ['javascript:alert(1)', 'not-a-url'],
    ['https://a.example/?x=1', 'not-a-url'],
    ['', 'not-a-url'],
  ])('refuses %j as %s', (text, problem) => {
    expect(judgeEndpoint(text)).toBe(problem);
  });
});
