import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatWithOffset, instantOf } from '#domain/expiry';
import { createZoneClock } from '../../../../main/files/zone-clock';

const zones = [
  'UTC',
  'Asia/Kuwait',
  'Africa/Cairo',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
];
const anyInstant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) });

describe('createZoneClock', () => {
  it('writes the wall clock with its offset', () => {
    expect(createZoneClock('Asia/Kuwait').format(Date.UTC(2026, 10, 20, 15, 4, 5, 999))).toBe(
      '2026-11-20T18:04:05+03:00',
    );
  });

  it.each(zones)('agrees with the domain at any instant in %s', (zone) => {
    const clock = createZoneClock(zone);
    fc.assert(
      fc.property(anyInstant, (at) => {
        expect(clock.format(at)).toBe(formatWithOffset(at, zone));
      }),
      { numRuns: 200 },
    );
  });

  it('changes its offset in the very second of the change', () => {
    const clock = createZoneClock('Europe/Berlin');
    const change = Date.UTC(2026, 9, 25, 1);
    expect(clock.format(change - 1000)).toBe('2026-10-25T02:59:59+02:00');
    expect(clock.format(change)).toBe('2026-10-25T02:00:00+01:00');
  });

  it('names the right instant where an offset had seconds', () => {
    const at = Date.UTC(1880, 0, 1);
    expect(Date.parse(createZoneClock('Asia/Kuwait').format(at))).toBe(at);
  });

  it.each(zones)('reads any wall clock as the domain does in %s', (zone) => {
    const clock = createZoneClock(zone);
    fc.assert(
      fc.property(anyInstant, (any) => {
        const wallMs = Math.floor(any / 1000) * 1000;
        const text = new Date(wallMs).toISOString();
        const expected = instantOf({ date: text.slice(0, 10), time: text.slice(11, 19), zone });
        expect(clock.toInstant(wallMs)).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['a spring gap', Date.UTC(2026, 2, 29, 2, 30), '2026-03-29T03:30:00+02:00'],
    ['an autumn overlap', Date.UTC(2026, 9, 25, 2, 30), '2026-10-25T02:30:00+02:00'],
  ])('reads %s as the domain does', (_, wallMs, expected) => {
    const clock = createZoneClock('Europe/Berlin');
    expect(clock.format(clock.toInstant(wallMs))).toBe(expected);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => createZoneClock('Asia/Atlantis')).toThrow(RangeError);
  });
});
