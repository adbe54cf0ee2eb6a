import { describe, expect, it } from 'vitest';
import type { LinkFilter } from '#domain/link-filter';
import { isNoFilter, isSameFilter, tidyFilter } from '#domain/tidy-filter';

describe('tidying a filter', () => {
  it.each<[LinkFilter, LinkFilter]>([
    [{ words: [], statuses: [], texts: {}, amount: {}, not: { marks: [], texts: {} } }, {}],
    [{ words: ['', ' ', 'x'] }, { words: ['x'] }],
    [{ texts: { customerName: ' ', reference: 'a' } }, { texts: { reference: 'a' } }],
    [{ currencies: [''] }, { currencies: [''] }],
    [{ not: { words: [' '], currencies: [''] } }, { not: { currencies: [''] } }],
    [{ expires: { kind: 'between' } }, { expires: { kind: 'between' } }],
    [{ created: { kind: 'today' } }, { created: { kind: 'today' } }],
  ])('makes %j into %j', (filter, tidy) => {
    expect(tidyFilter(filter)).toEqual(tidy);
  });
});

describe('a filter', () => {
  it('is none when nothing is left of it', () => {
    expect(isNoFilter({ words: [' '], not: {} })).toBe(true);
    expect(isNoFilter({ currencies: [''] })).toBe(false);
  });

  it('is the same whatever the order of its parts, but not of its words', () => {
    expect(
      isSameFilter(
        { words: ['a'], amount: { from: '1', until: '2' } },
        { amount: { until: '2', from: '1' }, words: ['a', ''] },
      ),
    ).toBe(true);
    expect(isSameFilter({ statuses: ['open'] }, { not: { statuses: ['open'] } })).toBe(false);
    expect(isSameFilter({ attempts: { from: '3' } }, { attempts: { above: '3' } })).toBe(false);
  });
});
