import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { weekends } from '#domain/business-days';
import { formatWithOffset, instantOf, isZone, localDay, localOf, nextExpiry } from '#domain/expiry';
import { formatInstant, parseInstant } from '#domain/instant';

const zone = fc.constantFrom('Asia/Kuwait', 'Africa/Cairo', 'Europe/London', 'UTC', 'Asia/Kathmandu');
const seconds = fc.integer({ min: 1_600_000_000, max: 2_200_000_000 });

describe('formatWithOffset', () => {
  it('is always the same instant in 25 characters, in every zone and over daylight saving', () => {
    fc.assert(
      fc.property(seconds, zone, (second, name) => {
        const text = formatWithOffset(second * 1000, name);
        expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
        expect(parseInstant(text)).toBe(second * 1000);
      }),
    );
  });

  it('converts the wall clock instead of relabelling it', () => {
    expect(formatWithOffset(Date.parse('2025-12-27T06:55:42.900Z'), 'Asia/Kuwait')).toBe(
      '2025-12-27T09:55:42+03:00',
    );
  });
});

describe('instantOf and localOf', () => {
  it('are inverse wherever the clock is not turned back', () => {
    fc.assert(
      fc.property(seconds, fc.constantFrom('Asia/Kuwait', 'UTC', 'Asia/Kathmandu'), (second, name) => {
        expect(instantOf(localOf(second * 1000, name))).toBe(second * 1000);
      }),
    );
  });

  it.each([
    ['Europe/London', '2026-03-29', '01:30', '2026-03-29T01:30:00Z'],
    ['Africa/Cairo', '2026-04-24', '00:30', '2026-04-23T22:30:00Z'],
  ])('reads a time in the spring gap of %s as the later one', (zone, date, time, at) => {
    expect(formatInstant(instantOf({ date, time, zone }))).toBe(at);
  });

  it.each([
    ['Europe/London', '2026-10-25', '01:30', '2026-10-25T00:30:00Z'],
    ['Africa/Cairo', '2026-10-29', '23:30', '2026-10-29T20:30:00Z'],
  ])('reads a time that comes twice in %s as the first', (zone, date, time, at) => {
    expect(formatInstant(instantOf({ date, time, zone }))).toBe(at);
  });

  it('refuses impossible dates and unknown zones', () => {
    expect(() => instantOf({ date: '2026-02-30', time: '10:00', zone: 'UTC' })).toThrow(RangeError);
    expect(() => instantOf({ date: '2026-02-20', time: '25:00', zone: 'UTC' })).toThrow(RangeError);
    expect(() => instantOf({ date: '2026-02-20', time: '10:00', zone: 'Mars/Olympus' })).toThrow(RangeError);
    expect(isZone('Mars/Olympus')).toBe(false);
    expect(isZone('Asia/Kuwait')).toBe(true);
  });
});

const kuwait = 'Asia/Kuwait';
const cairo = 'Africa/Cairo';
const london = 'Europe/London';
const marketZone = fc.constantFrom(kuwait, cairo, london);
const wallClock = (at: number, name: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name);
/** Nights on which one of the zones turns its clocks, where mistakes live. */
const turns = [
  '2024-10-31',
  '2026-03-29',
  '2026-04-24',
  '2026-10-25',
  '2026-10-29',
  '2028-02-29',
  '2031-10-30',
];
const nearTurn = fc
  .tuple(fc.constantFrom(...turns), fc.integer({ min: -4 * 86_400, max: 4 * 86_400 }))
  .map(([day, offset]) => Date.parse(`${day}T00:00:00Z`) / 1000 + offset);
const expirySecond = fc.oneof(seconds, nearTurn);
const local = (date: string, time: string, name: string) => instantOf({ date, time, zone: name });

describe('an expiry moved by days', () => {
  it.each([
    [kuwait, '2026-03-28', '2026-03-29'],
    [london, '2026-03-28', '2026-03-29'],
    [london, '2026-10-24', '2026-10-25'],
    [cairo, '2026-04-23', '2026-04-24'],
    [cairo, '2026-10-29', '2026-10-30'],
  ])('keeps its hour on the clock of %s from %s to %s', (name, before, after) => {
    expect(nextExpiry({ kind: 'plus-days', days: 1, zone: name }, local(before, '18:00', name))).toBe(
      local(after, '18:00', name),
    );
  });

  it('is later by the skipped hour where its own hour does not exist', () => {
    const moved = nextExpiry(
      { kind: 'plus-days', days: 1, zone: cairo },
      local('2026-04-23', '00:30', cairo),
    );
    expect(moved).toBe(local('2026-04-24', '01:30', cairo));
  });

  it('is the same day of the week with the same clock, unless that hour does not exist, and always later', () => {
    fc.assert(
      fc.property(expirySecond, marketZone, fc.integer({ min: 1, max: 60 }), (second, name, weeks) => {
        const before = second * 1000;
        const after = nextExpiry({ kind: 'plus-days', days: weeks * 7, zone: name }, before) ?? 0;
        expect(after).toBeGreaterThan(before);
        const from = wallClock(before, name);
        const to = wallClock(after, name);
        const day = from.toPlainDate().add({ weeks });
        expect(to.toPlainDate().toString()).toBe(day.toString());
        const wanted = day.toPlainDateTime(from.toPlainTime());
        if (exists(wanted, name)) expect(to.toPlainTime().toString()).toBe(from.toPlainTime().toString());
        else expect(Temporal.PlainDateTime.compare(to.toPlainDateTime(), wanted)).toBe(1);
      }),
      { numRuns: 500 },
    );
  });
});

/** Whether a zone's clocks ever show a local time. */
function exists(wanted: Temporal.PlainDateTime, name: string): boolean {
  return wanted.toZonedDateTime(name).toPlainDateTime().equals(wanted);
}

describe('an expiry moved to the end of a month', () => {
  it.each([
    [0, '2026-11-21', '2026-11-30'],
    [1, '2026-01-31', '2026-02-28'],
    [1, '2028-01-31', '2028-02-29'],
    [0, '2028-02-29', '2028-02-29'],
    [12, '2028-02-29', '2029-02-28'],
    [2, '2026-11-30', '2027-01-31'],
  ])('%i months on from %s is %s', (months, before, after) => {
    for (const name of [kuwait, cairo, london]) {
      expect(nextExpiry({ kind: 'month-end', months, zone: name }, local(before, '14:30', name))).toBe(
        local(after, '23:59', name),
      );
    }
  });

  it('is about the month of the zone, not of UTC', () => {
    // In Kuwait it is 1 December already.
    const expiresAt = Date.parse('2026-11-30T21:30:00Z');
    expect(nextExpiry({ kind: 'month-end', months: 0, zone: kuwait }, expiresAt)).toBe(
      local('2026-12-31', '23:59', kuwait),
    );
  });

  it('is the second of two last minutes, where clocks are turned back at that midnight', () => {
    // In Cairo 31 October 2024 had its last hour twice.
    const moved = nextExpiry(
      { kind: 'month-end', months: 0, zone: cairo },
      local('2024-10-05', '12:00', cairo),
    );
    expect(formatWithOffset(moved ?? 0, cairo)).toBe('2024-10-31T23:59:00+02:00');
  });

  it('leaves a link alone that expires within that last minute', () => {
    const expiresAt = local('2026-11-30', '23:59:59', kuwait);
    expect(nextExpiry({ kind: 'month-end', months: 0, zone: kuwait }, expiresAt)).toBe(expiresAt);
  });

  it('is always 23:59 of the last day of the right month, or of the present last minute, and never sooner', () => {
    fc.assert(
      fc.property(expirySecond, marketZone, fc.integer({ min: 0, max: 30 }), (second, name, months) => {
        const before = second * 1000;
        const after = nextExpiry({ kind: 'month-end', months, zone: name }, before) ?? 0;
        expect(after).toBeGreaterThanOrEqual(before);
        const to = wallClock(after, name);
        const wanted = wallClock(before, name).toPlainDate().toPlainYearMonth().add({ months });
        expect(to.toPlainDate().toString()).toBe(wanted.toPlainDate({ day: wanted.daysInMonth }).toString());
        expect(to.toPlainTime().toString({ smallestUnit: 'minute' })).toBe('23:59');
        expect(nextExpiry({ kind: 'month-end', months: 0, zone: name }, after)).toBe(after);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an expiry moved to a business day', () => {
  const holidays = ['2026-04-25', '2026-04-26', '2026-10-25', '2026-10-26'];
  const businessDays = fc.constantFrom(...weekends).map((weekend) => ({ weekend, holidays }));
  const isOff = (at: number, name: string, weekend: string) => {
    const day = wallClock(at, name);
    const off = weekend === 'fri-sat' ? [5, 6] : [6, 7];
    return off.includes(day.dayOfWeek) || holidays.includes(day.toPlainDate().toString());
  };

  it('moves only what falls on a weekend or a holiday', () => {
    const change = {
      kind: 'business-day',
      zone: kuwait,
      businessDays: { weekend: 'fri-sat', holidays: [] },
    } as const;
    const thursday = local('2026-11-19', '18:00', kuwait);
    expect(nextExpiry(change, thursday)).toBe(thursday);
    expect(nextExpiry(change, local('2026-11-20', '18:00', kuwait))).toBe(
      local('2026-11-22', '18:00', kuwait),
    );
  });

  it('keeps the hour although the clocks were turned on the weekend it is moved over', () => {
    // Friday 24 April 2026 has no 00:30 in Cairo; the Sunday after it has.
    const change = {
      kind: 'plus-days',
      days: 1,
      zone: cairo,
      businessDays: { weekend: 'fri-sat', holidays: [] },
    } as const;
    expect(nextExpiry(change, local('2026-04-23', '00:30', cairo))).toBe(local('2026-04-26', '00:30', cairo));
  });

  it('puts the end of a month off into the next one, at 23:59', () => {
    // 31 October 2026 is a Saturday.
    const change = {
      kind: 'month-end',
      months: 0,
      zone: kuwait,
      businessDays: { weekend: 'fri-sat', holidays: [] },
    } as const;
    expect(nextExpiry(change, local('2026-10-05', '09:00', kuwait))).toBe(
      local('2026-11-01', '23:59', kuwait),
    );
  });

  it('never lands on a day off, is never sooner, and moving again moves nothing', () => {
    fc.assert(
      fc.property(expirySecond, marketZone, businessDays, (second, name, days) => {
        const before = second * 1000;
        const change = { kind: 'business-day', zone: name, businessDays: days } as const;
        const after = nextExpiry(change, before) ?? 0;
        expect(after).toBeGreaterThanOrEqual(before);
        expect(isOff(after, name, days.weekend)).toBe(false);
        expect(nextExpiry(change, after)).toBe(after);
        if (!isOff(before, name, days.weekend)) expect(after).toBe(before);
      }),
      { numRuns: 500 },
    );
  });

  it('comes after the days that were added, which may fall on a day off themselves', () => {
    fc.assert(
      fc.property(expirySecond, marketZone, businessDays, (second, name, days) => {
        const before = second * 1000;
        const change = { kind: 'plus-days', days: 3, zone: name } as const;
        const plain = nextExpiry(change, before) ?? 0;
        const after = nextExpiry({ ...change, businessDays: days }, before) ?? 0;
        expect(after).toBeGreaterThan(before);
        expect(after).toBeGreaterThanOrEqual(plain);
        expect(isOff(after, name, days.weekend)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('nextExpiry', () => {
  it.each([
    { kind: 'plus-days', days: 1, zone: 'UTC' },
    { kind: 'month-end', months: 1, zone: 'UTC' },
    { kind: 'business-day', zone: 'UTC', businessDays: { weekend: 'fri-sat', holidays: [] } },
  ] as const)('has no answer to $kind for a link without an expiry', (change) => {
    expect(nextExpiry(change, undefined)).toBeUndefined();
  });

  it('is the same moment for every link where a moment was named', () => {
    expect(nextExpiry({ kind: 'absolute', at: 5 }, undefined)).toBe(5);
    expect(nextExpiry({ kind: 'absolute', at: 5 }, 9)).toBe(5);
  });
});

describe('localDay', () => {
  it('covers the whole local day', () => {
    const now = Date.parse('2026-11-20T22:30:00Z'); // 21 November in Kuwait
    const { start, end } = localDay(now, 'Asia/Kuwait', 0);
    expect(formatInstant(start)).toBe('2026-11-20T21:00:00Z');
    expect(end).toBe(start + 24 * 3_600_000 - 1);
  });
});

describe('parseInstant', () => {
  it.each(['2025-12-27T06:55:42Z', '2025-12-27T09:55:42+03:00', '2025-12-27T06:55:42.000Z'])(
    'reads %s',
    (text) => {
      expect(parseInstant(text)).toBe(Date.parse('2025-12-27T06:55:42Z'));
    },
  );

  it.each(['2025-02-31T06:55:42Z', '2025-12-27', '2025-12-27 06:55:42', '', '2025-12-27T06:55:42'])(
    'refuses %j',
    (text) => {
      expect(parseInstant(text)).toBeUndefined();
    },
  );
});
