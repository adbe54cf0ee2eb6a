import { describe, expect, it } from 'vitest';
import {
  endOfDayIn,
  endOfMonth,
  firstExpiryDraft,
  readExpiry,
  type ExpiryDraft,
} from '../../../../../../renderer/features/jobs/bulk-edit/expiry-draft';

const zone = 'Asia/Kuwait';
// 23:30 in Kuwait, already the next month in Auckland.
const now = Date.parse('2026-11-30T20:30:00Z');
const businessDays = { weekend: 'fri-sat', holidays: ['2027-02-25'] } as const;

describe('quick choices', () => {
  it('end at the last minute of a local day', () => {
    expect(new Date(endOfDayIn(0, now, zone)).toISOString()).toBe('2026-11-30T20:59:00.000Z');
    expect(new Date(endOfDayIn(7, now, zone)).toISOString()).toBe('2026-12-07T20:59:00.000Z');
  });

  it('know the month of the zone, not of UTC', () => {
    expect(new Date(endOfMonth(now, zone)).toISOString()).toBe('2026-11-30T20:59:00.000Z');
    expect(new Date(endOfMonth(now, 'Pacific/Auckland')).toISOString()).toBe('2026-12-31T10:59:00.000Z');
  });

  it('know the length of February', () => {
    const february = Date.parse('2028-02-10T12:00:00Z');
    expect(new Date(endOfMonth(february, 'UTC')).toISOString()).toBe('2028-02-29T23:59:00.000Z');
  });
});

describe('a new expiry', () => {
  const first = firstExpiryDraft(now, zone);
  const read = (part: Partial<ExpiryDraft>) => readExpiry({ ...first, ...part }, { now, zone, businessDays });

  it('begins with the end of the day in a week, which can be planned at once', () => {
    expect(read({})).toEqual({ ok: true, expiry: { kind: 'absolute', at: endOfDayIn(7, now, zone) } });
  });

  it('needs a date, and one that is still to come', () => {
    expect(read({ at: undefined })).toEqual({ ok: false, problem: { kind: 'at-missing' } });
    expect(read({ at: now })).toEqual({ ok: false, problem: { kind: 'at-past' } });
  });

  it.each(['14', ' 14 ', '١٤', '۱۴'])('reads %o days, with the zone in which days are counted', (count) => {
    expect(read({ mode: 'plus-days', count })).toEqual({
      ok: true,
      expiry: { kind: 'plus-days', days: 14, zone },
    });
  });

  it('counts a week as seven days', () => {
    expect(read({ mode: 'plus-days', count: '3', unit: 'weeks' })).toMatchObject({ expiry: { days: 21 } });
    expect(read({ mode: 'plus-days', count: '522', unit: 'weeks' })).toMatchObject({
      expiry: { days: 3654 },
    });
    expect(read({ mode: 'plus-days', count: '523', unit: 'weeks' })).toEqual({
      ok: false,
      problem: { kind: 'not-whole', max: 522 },
    });
  });

  it.each(['', '0', '-3', '1.5', '3661', '7 days'])('refuses %o days', (count) => {
    expect(read({ mode: 'plus-days', count })).toEqual({
      ok: false,
      problem: { kind: 'not-whole', max: 3660 },
    });
  });

  it.each([
    ['this', 0],
    ['next', 1],
    ['later', 5],
  ] as const)('takes "%s" month as %i months on', (month, months) => {
    expect(read({ mode: 'month-end', month, monthsLater: '5' })).toEqual({
      ok: true,
      expiry: { kind: 'month-end', months, zone },
    });
  });

  it('refuses months that are no number only where they are asked for', () => {
    expect(read({ mode: 'month-end', month: 'later', monthsLater: '0' })).toEqual({
      ok: false,
      problem: { kind: 'not-whole', max: 120 },
    });
    expect(read({ mode: 'month-end', month: 'next', monthsLater: '' })).toMatchObject({ ok: true });
  });

  it('carries the days off along where days off are avoided', () => {
    expect(read({ mode: 'plus-days', isPutOff: true })).toMatchObject({ expiry: { businessDays } });
    expect(read({ mode: 'month-end', isPutOff: true })).toMatchObject({ expiry: { businessDays } });
    expect(read({ mode: 'business-day' })).toEqual({
      ok: true,
      expiry: { kind: 'business-day', zone, businessDays },
    });
  });

  it('leaves a moment that was named where it is', () => {
    expect(read({ isPutOff: true })).toEqual({
      ok: true,
      expiry: { kind: 'absolute', at: endOfDayIn(7, now, zone) },
    });
  });
});
