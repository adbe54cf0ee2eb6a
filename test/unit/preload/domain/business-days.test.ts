import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isLocalDate, toBusinessDay, weekends, type BusinessDays } from '#domain/business-days';

const at = (text: string) => Temporal.ZonedDateTime.from(text);
const put = (text: string, days: BusinessDays) =>
  toBusinessDay(at(text), at(text).toPlainTime(), days).toPlainDateTime().toString();

describe('the next business day', () => {
  // 20 November 2026 is a Friday.
  it.each([
    ['fri-sat', '2026-11-19T18:00[Asia/Kuwait]', '2026-11-19T18:00:00'],
    ['fri-sat', '2026-11-20T18:00[Asia/Kuwait]', '2026-11-22T18:00:00'],
    ['fri-sat', '2026-11-21T18:00[Asia/Kuwait]', '2026-11-22T18:00:00'],
    ['sat-sun', '2026-11-20T18:00[Europe/London]', '2026-11-20T18:00:00'],
    ['sat-sun', '2026-11-21T18:00[Europe/London]', '2026-11-23T18:00:00'],
    ['sat-sun', '2026-11-22T18:00[Europe/London]', '2026-11-23T18:00:00'],
  ] as const)('with the weekend %s from %s on is %s', (weekend, from, to) => {
    expect(put(from, { weekend, holidays: [] })).toBe(to);
  });

  it('is after a holiday that follows the weekend', () => {
    const holidays = ['2026-11-22', '2026-11-23'];
    expect(put('2026-11-20T18:00[Asia/Kuwait]', { weekend: 'fri-sat', holidays })).toBe(
      '2026-11-24T18:00:00',
    );
  });

  it('counts the days of its own zone', () => {
    // Late on Thursday in London it is Friday in Kuwait.
    const kuwait = at('2026-11-19T22:30[Europe/London]').withTimeZone('Asia/Kuwait');
    const moved = toBusinessDay(kuwait, kuwait.toPlainTime(), { weekend: 'fri-sat', holidays: [] });
    expect(moved.toPlainDateTime().toString()).toBe('2026-11-22T01:30:00');
  });

  it('takes back its hour when the day in between skipped it', () => {
    // Cairo's clocks go from 00:00 to 01:00 on Friday 24 April 2026.
    const skipped = at('2026-04-24T01:30[Africa/Cairo]');
    const moved = toBusinessDay(skipped, Temporal.PlainTime.from('00:30'), {
      weekend: 'fri-sat',
      holidays: [],
    });
    expect(moved.toPlainDateTime().toString()).toBe('2026-04-26T00:30:00');
  });

  it('comes even when a whole year is on holiday', () => {
    const holidays = Array.from({ length: 366 }, (_, day) =>
      Temporal.PlainDate.from('2026-11-19').add({ days: day }).toString(),
    );
    expect(put('2026-11-19T18:00[Asia/Kuwait]', { weekend: 'fri-sat', holidays })).toBe(
      '2027-11-21T18:00:00',
    );
  });

  it('is never a day off, and never another than the first that is not', () => {
    const day = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(
        day,
        fc.array(day, { maxLength: 20 }),
        fc.constantFrom(...weekends),
        (offset, off, weekend) => {
          const first = Temporal.PlainDate.from('2026-03-01');
          const holidays = off.map((days) => first.add({ days }).toString());
          const from = first.add({ days: offset }).toZonedDateTime({
            timeZone: 'Africa/Cairo',
            plainTime: '12:00',
          });
          const moved = toBusinessDay(from, from.toPlainTime(), { weekend, holidays });
          const isOff = (date: Temporal.PlainDate) =>
            holidays.includes(date.toString()) ||
            (weekend === 'fri-sat' ? [5, 6] : [6, 7]).includes(date.dayOfWeek);
          expect(isOff(moved.toPlainDate())).toBe(false);
          for (let days = from.until(moved, { largestUnit: 'days' }).days; days > 0; days -= 1) {
            expect(isOff(moved.toPlainDate().subtract({ days }))).toBe(true);
          }
        },
      ),
    );
  });
});

describe('a local date', () => {
  it.each(['2026-11-20', '2028-02-29'])('is %s', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each(['', '2026-02-29', '2026-13-01', '20-11-2026', '2026-1-2', '2026-11-20T00:00', ' 2026-11-20'])(
    'is not %j',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
    },
  );
});
