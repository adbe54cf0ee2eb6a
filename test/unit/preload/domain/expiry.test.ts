import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

  it('reads a time in the spring gap as the later one', () => {
    const at = instantOf({ date: '2026-03-29', time: '01:30', zone: 'Europe/London' });
    expect(formatInstant(at)).toBe('2026-03-29T01:30:00Z');
  });

  it('refuses impossible dates and unknown zones', () => {
    expect(() => instantOf({ date: '2026-02-30', time: '10:00', zone: 'UTC' })).toThrow(RangeError);
    expect(() => instantOf({ date: '2026-02-20', time: '25:00', zone: 'UTC' })).toThrow(RangeError);
    expect(() => instantOf({ date: '2026-02-20', time: '10:00', zone: 'Mars/Olympus' })).toThrow(RangeError);
    expect(isZone('Mars/Olympus')).toBe(false);
    expect(isZone('Asia/Kuwait')).toBe(true);
  });
});

describe('nextExpiry', () => {
  it('keeps the wall clock over a change of the clocks', () => {
    const before = instantOf({ date: '2026-03-28', time: '18:00', zone: 'Europe/London' });
    const after = nextExpiry({ kind: 'plus-days', days: 1, zone: 'Europe/London' }, before);
    expect(after).toBe(instantOf({ date: '2026-03-29', time: '18:00', zone: 'Europe/London' }));
  });

  it('has no relative answer for a link without an expiry', () => {
    expect(nextExpiry({ kind: 'plus-days', days: 1, zone: 'UTC' }, undefined)).toBeUndefined();
    expect(nextExpiry({ kind: 'absolute', at: 5 }, undefined)).toBe(5);
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
