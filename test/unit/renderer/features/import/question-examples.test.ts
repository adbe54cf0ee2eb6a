import { describe, expect, it } from 'vitest';
import {
  dateExample,
  decimalExample,
  encodingExample,
  unitsExample,
} from '../../../../../renderer/features/import/question-examples';

const sampleOf = (...rows: string[][]) => ({ sample: rows, columns: [] });
const amounts = { amount: 0, currency: 1 };

describe('the example of a date', () => {
  it('is one that can be two days, before one that cannot', () => {
    const file = sampleOf(['31/12/2026', ''], ['', '03/04/2026 10:00']);
    expect(dateExample(file, { createdAt: 0, expiresAt: 1 })).toEqual({
      text: '03/04/2026 10:00',
      readings: [
        { order: 'dmy', at: Date.UTC(2026, 3, 3) },
        { order: 'mdy', at: Date.UTC(2026, 2, 4) },
      ],
    });
  });

  it('shows only the days there are, in Arabic digits and short years, too', () => {
    expect(dateExample(sampleOf(['٣١/١٢/٢٦']), { createdAt: 0 })?.readings).toEqual([
      { order: 'dmy', at: Date.UTC(2026, 11, 31) },
    ]);
  });

  it('comes from further rows where the first ones leave nothing open', () => {
    const facts = {
      dates: { dayFirst: 0, monthFirst: 0, eitherWay: 1, withoutZone: 0 },
      amounts: { dot: 0, comma: 0, dotThree: 0, commaThree: 0, whole: 0 },
      ...{ exponents: [], examples: ['05/06/2026'] },
    };
    const file = { ...sampleOf(['31/12/2026']), columns: [facts] };
    expect(dateExample(file, { createdAt: 0 })?.text).toBe('05/06/2026');
  });

  it('is none without a date in figures or a column of dates', () => {
    expect(dateExample(sampleOf(['2026-12-31']), { createdAt: 0 })).toBeUndefined();
    expect(dateExample(sampleOf(['03/04/2026']), {})).toBeUndefined();
  });
});

describe('the example of a decimal sign', () => {
  it('shows both amounts with the decimals of their currency', () => {
    expect(decimalExample(sampleOf(['7', 'KWD'], ['12.500', 'kwd']), amounts)).toEqual({
      text: '12.500',
      currency: 'KWD',
      readings: [
        { choice: '.', amount: '12.500' },
        { choice: ',', amount: '12500.000' },
      ],
    });
    expect(decimalExample(sampleOf(['12,500', 'USD']), amounts)?.readings).toEqual([
      { choice: '.', amount: '12500.00' },
      { choice: ',', amount: '12.50' },
    ]);
  });

  it('keeps decimals a currency does not have: such an amount would be rejected', () => {
    expect(decimalExample(sampleOf(['1.234', 'JPY']), amounts)?.readings[0]?.amount).toBe('1.234');
  });

  it('is none without such an amount', () => {
    expect(decimalExample(sampleOf(['1234.5', 'KWD']), amounts)).toBeUndefined();
  });
});

describe('the example of a unit', () => {
  it.each([
    ['12500', 'KWD', '12500.000', '12.500'],
    ['5', 'KWD', '5.000', '0.005'],
    ['0099', 'USD', '99.00', '0.99'],
    ['12500', '?', '12500.00', '125.00'],
  ])('%s %s is %s or %s', (text, currency, major, minor) => {
    const example = unitsExample(sampleOf([text, currency]), amounts);
    expect(example?.readings.map(({ amount }) => amount)).toEqual([major, minor]);
  });

  it('is no amount of a currency without decimals', () => {
    expect(unitsExample(sampleOf(['12500', 'JPY']), amounts)).toBeUndefined();
  });
});

describe('the example of an encoding', () => {
  it('is a text with letters that encodings differ in', () => {
    expect(encodingExample({ headers: ['Id', 'Name'], sample: [['1', 'العميل']] })).toBe('العميل');
    expect(encodingExample({ headers: ['Id'], sample: [['1']] })).toBeUndefined();
  });
});
