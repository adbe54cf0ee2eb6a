import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCodes, exponentOf } from '#domain/currency';
import { formatAmount, formatMinor, parseAmount, parseMinor, sameMoney, toAsciiNumber } from '#domain/money';

const currency = fc.constantFrom(...currencyCodes);
const amountMinor = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

function group(decimal: string): string {
  const [whole = '', decimals] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

function toArabic(text: string): string {
  return text
    .replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
    .replaceAll('.', '\u066b')
    .replaceAll(',', '\u066c');
}

describe('exponents', () => {
  it.each([
    ['KWD', 3],
    ['BHD', 3],
    ['IQD', 3],
    ['JOD', 3],
    ['LYD', 3],
    ['OMR', 3],
    ['TND', 3],
    ['JPY', 0],
    ['KRW', 0],
    ['ISK', 0],
    ['USD', 2],
    ['SAR', 2],
    ['HUF', 2],
    ['CLF', 4],
  ])('of %s is %i', (code, exponent) => {
    expect(exponentOf(code)).toBe(exponent);
  });

  it('are unknown for what is no ISO 4217 code', () => {
    expect(exponentOf('XXX')).toBeUndefined();
    expect(exponentOf('kwd')).toBeUndefined();
    expect(exponentOf('toString')).toBeUndefined();
  });

  it('has every code once', () => {
    expect(new Set(currencyCodes).size).toBe(currencyCodes.length);
    expect(currencyCodes.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  });
});

describe('parseAmount', () => {
  it('reads back every amount it writes, plain, grouped, and in Arabic digits', () => {
    fc.assert(
      fc.property(amountMinor, currency, (minor, code) => {
        const money = { amountMinor: minor, currency: code };
        const plain = formatAmount(money);
        for (const text of [
          plain,
          group(plain),
          toArabic(plain),
          toArabic(group(plain)),
          `\u200f${plain}\u00a0`,
        ]) {
          expect(parseAmount(text, code)).toEqual({ ok: true, money });
        }
      }),
    );
  });

  it.each([
    ['1,234.500', 'KWD', 1_234_500],
    ['92', 'KWD', 92_000],
    ['.5', 'USD', 50],
    ['7.', 'USD', 700],
    ['1.10', 'USD', 110],
    ['9400', 'JPY', 9400],
    ['12.500000', 'KWD', 12_500],
    ['١٬٢٣٤٫٥٠٠', 'KWD', 1_234_500],
    ['۱۲٫۵', 'USD', 1250],
    ['1 234.50', 'USD', 123_450],
  ])('reads %s %s as %i minor units', (text, code, minor) => {
    expect(parseAmount(text, code)).toEqual({ ok: true, money: { amountMinor: minor, currency: code } });
  });

  it.each([
    ['', 'USD', 'empty'],
    ['  ', 'USD', 'empty'],
    ['-5', 'USD', 'negative'],
    ['\u22125', 'USD', 'negative'],
    ['12,5', 'USD', 'not-a-number'],
    ['1,23,456', 'USD', 'not-a-number'],
    ['1e3', 'USD', 'not-a-number'],
    ['0x10', 'USD', 'not-a-number'],
    ['1.2.3', 'USD', 'not-a-number'],
    ['.', 'USD', 'not-a-number'],
    ['1.005', 'USD', 'too-many-decimals'],
    ['9400.5', 'JPY', 'too-many-decimals'],
    ['90071992547409.93', 'USD', 'too-large'],
    ['1', 'ABC', 'unknown-currency'],
  ])('refuses %j %s as %s', (text, code, problem) => {
    expect(parseAmount(text, code)).toEqual({ ok: false, problem });
  });
});

describe('formatMinor', () => {
  it('pads to the currency and keeps the sign', () => {
    expect(formatMinor(5, 'KWD')).toBe('0.005');
    expect(formatMinor(-5, 'USD')).toBe('-0.05');
    expect(formatMinor(9400, 'JPY')).toBe('9400');
  });

  it('keeps every digit of a sum beyond 2^53', () => {
    expect(formatMinor('90071992547409931123', 'KWD')).toBe('90071992547409931.123');
  });

  it('leaves an unknown currency undivided', () => {
    expect(formatMinor(12345, 'ABC')).toBe('12345');
  });
});

describe('parseMinor', () => {
  it('takes digits only', () => {
    expect(parseMinor('200700', 'SAR')).toEqual({ amountMinor: 200_700, currency: 'SAR' });
    for (const text of ['', '2007.00', '-1', ' 1', '1e3', '1234567890123456']) {
      expect(parseMinor(text, 'SAR')).toBeUndefined();
    }
  });
});

describe('sameMoney', () => {
  it('tells currencies and absence apart', () => {
    expect(sameMoney({ amountMinor: 1, currency: 'USD' }, { amountMinor: 1, currency: 'USD' })).toBe(true);
    expect(sameMoney({ amountMinor: 1, currency: 'USD' }, { amountMinor: 1, currency: 'SAR' })).toBe(false);
    expect(sameMoney(undefined, { amountMinor: 0, currency: 'SAR' })).toBe(false);
    expect(sameMoney(undefined, undefined)).toBe(true);
  });
});

describe('toAsciiNumber', () => {
  it('leaves other characters for the caller to refuse', () => {
    expect(toAsciiNumber('١٢abc')).toBe('12abc');
  });
});
