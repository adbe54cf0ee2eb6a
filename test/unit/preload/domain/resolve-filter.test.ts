import { describe, expect, it } from 'vitest';
import type { DateFilter, InstantRange } from '#domain/link-filter';
import { hasDates, monthOf, resolveFilter } from '#domain/resolve-filter';

const now = Date.parse('2026-11-20T12:00:00Z');
const kuwait = { now, zone: 'Asia/Kuwait' };
const at = (iso: string) => Date.parse(iso);
/** Days begin at 21:00 UTC of the day before in Kuwait. */
const firstOf = (date: string) => at(`${date}T00:00:00+03:00`);
const lastOf = (date: string) => at(`${date}T00:00:00+03:00`) + 86_400_000 - 1;

describe('a date of a filter', () => {
  it.each<[DateFilter, InstantRange, InstantRange]>([
    [{ kind: 'past' }, { until: now }, { until: now }],
    [
      { kind: 'today' },
      { from: firstOf('2026-11-20'), until: lastOf('2026-11-20') },
      { from: firstOf('2026-11-20'), until: lastOf('2026-11-20') },
    ],
    [
      { kind: 'this-month' },
      { from: firstOf('2026-11-01'), until: lastOf('2026-11-30') },
      { from: firstOf('2026-11-01'), until: lastOf('2026-11-30') },
    ],
    [
      { kind: 'within-days', days: 7 },
      { from: now, until: lastOf('2026-11-27') },
      { from: firstOf('2026-11-13'), until: now },
    ],
    [{ kind: 'beyond-days', days: 7 }, { from: firstOf('2026-11-28') }, { until: lastOf('2026-11-12') }],
    [
      { kind: 'between', from: '2026-10-01', until: '2026-10-31' },
      { from: firstOf('2026-10-01'), until: lastOf('2026-10-31') },
      { from: firstOf('2026-10-01'), until: lastOf('2026-10-31') },
    ],
    [
      { kind: 'between', until: '2026-10-31' },
      { until: lastOf('2026-10-31') },
      { until: lastOf('2026-10-31') },
    ],
    [{ kind: 'between' }, {}, {}],
    [{ kind: 'none' }, { none: true }, { none: true }],
  ])('%j is a range ahead for the expiry and behind for the rest', (date, ahead, behind) => {
    expect(resolveFilter({ expires: date, created: date, checked: date }, kuwait)).toEqual({
      expires: ahead,
      created: behind,
      checked: behind,
    });
  });

  it('is a day of the zone, however long that is', () => {
    // In New York the clock goes back on 1 November 2026.
    const { created } = resolveFilter(
      { created: { kind: 'between', from: '2026-11-01', until: '2026-11-01' } },
      { now, zone: 'America/New_York' },
    );
    expect((created?.until ?? 0) + 1 - (created?.from ?? 0)).toBe(25 * 3_600_000);
  });

  it('changes no other part', () => {
    const filter = { words: ['x'], amount: { from: '5' }, not: { statuses: ['paid' as const] } };
    expect(resolveFilter(filter, kuwait)).toEqual(filter);
  });
});

describe('a month', () => {
  it.each([
    ['2026-02-15', '2026-02-28'],
    ['2028-02-01', '2028-02-29'],
    ['2026-12-31', '2026-12-31'],
  ])('of %s ends on %s', (date, last) => {
    expect(monthOf(date)).toEqual({ from: `${date.slice(0, 7)}-01`, until: last });
  });
});

describe('a filter', () => {
  it('means other rows another day when it has a date', () => {
    expect(hasDates({ created: { kind: 'today' } })).toBe(true);
    expect(hasDates({ expires: { kind: 'none' } })).toBe(false);
    expect(hasDates({ words: ['today'] })).toBe(false);
  });
});
