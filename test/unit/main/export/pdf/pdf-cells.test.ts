import { describe, expect, it } from 'vitest';
import { amountText, createReadableClock, groupDigits } from '../../../../../main/export/pdf/pdf-cells';

describe('groupDigits', () => {
  it.each([
    ['', ''],
    ['0', '0'],
    ['123', '123'],
    ['1234', '1,234'],
    ['-1234567.500', '-1,234,567.500'],
    ['0.0005', '0.0005'],
    ['123456789012345678901', '123,456,789,012,345,678,901'],
  ])('writes %j as %j', (decimal, grouped) => {
    expect(groupDigits(decimal)).toBe(grouped);
  });
});

describe('amountText', () => {
  it('has the decimals of the currency, or none in minor units', () => {
    expect(amountText('9007199254740993', 'KWD', 'major')).toBe('9,007,199,254,740.993');
    expect(amountText(1200, 'JPY', 'major')).toBe('1,200');
    expect(amountText(120_000, 'USD', 'minor')).toBe('120,000');
  });
});

describe('createReadableClock', () => {
  it('shows the wall clock of the zone', () => {
    expect(createReadableClock('Asia/Kuwait')(Date.UTC(2026, 10, 20, 15, 4, 5, 999))).toBe(
      '2026-11-20 18:04:05',
    );
  });

  it('tells the two hours apart that have one name when clocks are put back', () => {
    const readable = createReadableClock('Europe/Berlin');
    expect(readable(Date.UTC(2026, 9, 25, 0, 30))).toBe('2026-10-25 02:30:00');
    expect(readable(Date.UTC(2026, 9, 25, 1, 30))).toBe('2026-10-25 02:30:00 +01:00');
    expect(readable(Date.UTC(2026, 9, 25, 2, 30))).toBe('2026-10-25 03:30:00');
  });
});
