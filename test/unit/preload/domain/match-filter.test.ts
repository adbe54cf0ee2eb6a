import { describe, expect, it } from 'vitest';
import type { ResolvedFilter } from '#domain/link-filter';
import { matchesFilter } from '#domain/match-filter';
import type { PaymentLink } from '#domain/payment-link';

const now = Date.parse('2026-11-20T12:00:00Z');
const link: PaymentLink = {
  connectionId: 'shop',
  linkId: '169996200023293942',
  reference: 'INV-4711',
  status: 'open',
  providerStatus: 'Open',
  amount: { amountMinor: 12_500, currency: 'KWD' },
  expiresAt: now + 1000,
  createdAt: now - 1000,
  attempts: 3,
  customerName: 'أَحْمَد Müller',
  checkedAt: now,
};
const bare: PaymentLink = {
  connectionId: 'web',
  linkId: '1',
  reference: 'x',
  status: 'unknown',
  providerStatus: '',
  checkedAt: now,
};

const passes = (filter: ResolvedFilter) => matchesFilter(link, filter);

describe('the words of a filter', () => {
  it.each(['4711', 'inv-', '9996200', 'muller', 'احمد', 'MÜLLER', '٤٧١١'])('find %j', (word) => {
    expect(passes({ words: [word] })).toBe(true);
  });

  it('are all wanted, each in any text', () => {
    expect(passes({ words: ['4711', 'muller', '9996'] })).toBe(true);
    expect(passes({ words: ['4711', 'nobody'] })).toBe(false);
    expect(passes({ words: ['%'] })).toBe(false);
  });

  it('of one text are looked for there alone', () => {
    expect(passes({ texts: { customerName: 'muller', reference: 'inv' } })).toBe(true);
    expect(passes({ texts: { customerName: '4711' } })).toBe(false);
    expect(passes({ texts: { customerEmail: 'muller' } })).toBe(false);
  });
});

describe('the lists of a filter', () => {
  it('want any of their members', () => {
    expect(passes({ statuses: ['paid', 'open'], currencies: ['KWD'], connectionIds: ['shop'] })).toBe(true);
    expect(passes({ statuses: ['paid'] })).toBe(false);
    expect(passes({ currencies: ['USD'] })).toBe(false);
    expect(passes({ connectionIds: ['web'] })).toBe(false);
  });

  it('name links without an amount by the empty currency', () => {
    expect(matchesFilter(bare, { currencies: [''] })).toBe(true);
    expect(passes({ currencies: [''] })).toBe(false);
  });

  it('want one of the marks', () => {
    expect(matchesFilter(link, { marks: ['conflict', 'edited'] }, new Set(['edited']))).toBe(true);
    expect(matchesFilter(link, { marks: ['conflict'] }, new Set(['edited']))).toBe(false);
    expect(passes({ marks: ['edited'] })).toBe(false);
  });
});

describe('what a filter refuses', () => {
  it.each<ResolvedFilter['not']>([
    { words: ['nobody', '4711'] },
    { texts: { customerName: 'muller' } },
    { statuses: ['open'] },
    { currencies: ['KWD'] },
    { connectionIds: ['shop'] },
    { statuses: ['paid'], currencies: ['KWD'] },
  ])('is any part that holds: %j', (not) => {
    expect(matchesFilter(link, { ...(not && { not }) })).toBe(false);
    expect(matchesFilter(bare, { ...(not && { not }) })).toBe(true);
  });
});

describe('the bounds of a filter', () => {
  it('compare amounts by major units', () => {
    expect(passes({ amount: { from: '12.5', until: '12.5' } })).toBe(true);
    expect(passes({ amount: { above: '12.5' } })).toBe(false);
    expect(passes({ amount: { below: '12.5' } })).toBe(false);
    expect(passes({ amount: { above: '12.499', below: '12.501' } })).toBe(true);
  });

  it('count attempts', () => {
    expect(passes({ attempts: { from: '3' } })).toBe(true);
    expect(passes({ attempts: { above: '3' } })).toBe(false);
  });

  it('take both ends of a date range in', () => {
    expect(passes({ expires: { from: now + 1000, until: now + 1000 } })).toBe(true);
    expect(passes({ expires: { from: now + 1001 } })).toBe(false);
    expect(passes({ created: { until: now - 1001 } })).toBe(false);
    expect(passes({ checked: { from: now } })).toBe(true);
  });

  it('leave out what a link does not have, unless that is wanted', () => {
    expect(matchesFilter(bare, { amount: {} })).toBe(false);
    expect(matchesFilter(bare, { attempts: { until: '9' } })).toBe(false);
    expect(matchesFilter(bare, { expires: {} })).toBe(false);
    expect(matchesFilter(bare, { expires: { none: true } })).toBe(true);
    expect(passes({ expires: { none: true } })).toBe(false);
  });
});
