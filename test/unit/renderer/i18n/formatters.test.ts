import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../../../renderer/i18n/formatters';
import { localeOf } from '../../../../renderer/i18n/locales';

const en = createFormatters(localeOf('en'));
const ar = createFormatters(localeOf('ar'));
const at = Date.UTC(2026, 10, 20, 9, 30);
const day = 86_400_000;

/** Without the marks that only steer the direction of text. */
const plain = (text: string): string => text.replaceAll(/[\u200e\u200f\u061c]/g, '');

describe('formatters', () => {
  it('group a decimal string without losing a digit', () => {
    expect(en.decimal('90071992547409931.123')).toBe('90,071,992,547,409,931.123');
    expect(en.decimal('1234.500')).toBe('1,234.500');
    expect(en.decimal('9400')).toBe('9,400');
  });

  it('write Latin digits in Arabic, unless told otherwise', () => {
    expect(plain(ar.decimal('1234.500'))).toBe('1,234.500');
    expect(plain(createFormatters(localeOf('ar', 'arab')).decimal('1234.500'))).toBe('١٬٢٣٤٫٥٠٠');
  });

  it('show an instant in the zone named, on a 24 hour clock', () => {
    expect(en.dateTime(at, 'Asia/Kuwait')).toBe('20 Nov 2026, 12:30');
    expect(en.dateTime(Date.UTC(2026, 10, 20, 21, 5), 'Asia/Kuwait')).toBe('21 Nov 2026, 00:05');
    expect(plain(ar.dateTime(at, 'Asia/Kuwait'))).toBe('20 نوفمبر 2026، 12:30');
  });

  it('use the Gregorian calendar in Arabic', () => {
    expect(ar.date(at, 'Asia/Riyadh')).toContain('2026');
  });

  it.each([
    [3 * day, 'in 3 days'],
    [-day, 'yesterday'],
    [-5 * 60_000, '5 minutes ago'],
    [400 * day, 'next year'],
    [0, 'now'],
  ])('word a distance of %d ms as "%s"', (distance, words) => {
    expect(en.relative(at + distance, at)).toBe(words);
  });

  it('use the Arabic dual', () => {
    expect(ar.relative(at - 2 * 60_000, at)).toBe('قبل دقيقتين');
  });

  it('say how long something takes in two units at most', () => {
    expect(en.duration(0)).toBe('0 secs');
    expect(en.duration(62_000)).toBe('1 min, 2 secs');
    expect(en.duration(7_512_000)).toBe('2 hrs, 5 mins');
  });

  it('name the zone', () => {
    expect(en.zoneName(at, 'Asia/Kuwait')).toBe('Arabian Standard Time');
  });
});
