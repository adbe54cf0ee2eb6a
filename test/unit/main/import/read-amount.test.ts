import { describe, expect, it } from 'vitest';
import { readAmount } from '../../../../main/import/read-amount';

const dot = { decimal: '.', units: 'major' } as const;
const comma = { decimal: ',', units: 'major' } as const;
const minor = { decimal: '.', units: 'minor' } as const;

describe('readAmount', () => {
  it.each([
    ['1,234.500', dot, 1_234_500],
    ['1.234,500', comma, 1_234_500],
    ['12,5', comma, 12_500],
    ['1 234,5', comma, 1_234_500],
    ['١٢٫٥٠٠', dot, 12_500],
    ['١٢٫٥٠٠', comma, 12_500],
    ['KWD 12.500', dot, 12_500],
    ['12.500 kwd', dot, 12_500],
    ['-1.5', dot, -1_500],
    ['\u22121,5', comma, -1_500],
    ['-0', dot, 0],
    ['12500', minor, 12_500],
    ['12,500', minor, 12_500],
    ['-7', minor, -7],
  ])('reads %j', (text, reading, amountMinor) => {
    expect(readAmount(text, 'KWD', reading)).toEqual({ ok: true, money: { amountMinor, currency: 'KWD' } });
  });

  it.each([
    ['12,5', dot, 'amount-unreadable'],
    ['12.5', comma, 'amount-unreadable'],
    ['1.2345', dot, 'amount-too-precise'],
    ['12.500', minor, 'amount-unreadable'],
    ['--5', dot, 'amount-unreadable'],
    ['', dot, 'amount-unreadable'],
    ['USD 5', dot, 'amount-unreadable'],
    ['99999999999999999', minor, 'amount-unreadable'],
  ] as const)('refuses %j', (text, reading, problem) => {
    expect(readAmount(text, 'KWD', reading)).toEqual({ ok: false, problem });
  });
});
