import { describe, expect, it } from 'vitest';
import {
  endOfDayIn,
  endOfMonth,
  firstDraft,
  readDraft,
} from '../../../../../../renderer/features/jobs/bulk-edit/expiry-draft';

const zone = 'Asia/Kuwait';
// 23:30 in Kuwait, already the next month in Auckland.
const now = Date.parse('2026-11-30T20:30:00Z');

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

describe('a draft', () => {
  const draft = firstDraft(now, zone);

  it('begins with the end of the day in a week, which can be sent at once', () => {
    expect(readDraft(draft, now, zone)).toEqual({
      ok: true,
      change: { kind: 'absolute', at: endOfDayIn(7, now, zone) },
    });
  });

  it('needs a date, and one that is still to come', () => {
    expect(readDraft({ ...draft, at: undefined }, now, zone)).toEqual({ ok: false, problem: 'at-missing' });
    expect(readDraft({ ...draft, at: now }, now, zone)).toEqual({ ok: false, problem: 'at-past' });
  });

  it.each(['14', ' 14 ', '١٤'])('reads %o days, with the zone in which days are counted', (days) => {
    expect(readDraft({ ...draft, mode: 'plus-days', days }, now, zone)).toEqual({
      ok: true,
      change: { kind: 'plus-days', days: 14, zone },
    });
  });

  it.each(['', '0', '-3', '1.5', '3661', '7 days'])('refuses %o days', (days) => {
    expect(readDraft({ ...draft, mode: 'plus-days', days }, now, zone)).toEqual({
      ok: false,
      problem: 'days-unreadable',
    });
  });
});
