import { describe, expect, it } from 'vitest';
import type { ColumnFacts } from '#domain/column-facts';
import { judgeReading } from '#domain/judge-reading';

const none: ColumnFacts = {
  dates: { dayFirst: 0, monthFirst: 0, eitherWay: 0, withoutZone: 0 },
  amounts: { dot: 0, comma: 0, dotThree: 0, commaThree: 0, whole: 0 },
  exponents: [],
  examples: [],
};
const map = { createdAt: 0, expiresAt: 1, amount: 2, currency: 3 };

function judge(given: {
  created?: Partial<ColumnFacts['dates']>;
  expires?: Partial<ColumnFacts['dates']>;
  amounts?: Partial<ColumnFacts['amounts']>;
  exponents?: readonly number[];
  told?: ColumnFacts['told'];
}) {
  const columns: readonly ColumnFacts[] = [
    { ...none, dates: { ...none.dates, ...given.created } },
    { ...none, dates: { ...none.dates, ...given.expires } },
    {
      ...none,
      amounts: { ...none.amounts, ...given.amounts },
      ...(given.told === undefined ? {} : { told: given.told }),
    },
    { ...none, exponents: given.exponents ?? [3] },
  ];
  return judgeReading({ columns, told: {} }, map);
}

describe('the order of dates', () => {
  it.each([
    [{}, 'ymd', false],
    [{ created: { eitherWay: 5 } }, 'dmy', true],
    [{ created: { eitherWay: 5, dayFirst: 1 } }, 'dmy', false],
    [{ created: { eitherWay: 5 }, expires: { monthFirst: 1 } }, 'mdy', false],
    [{ created: { dayFirst: 1, monthFirst: 2 } }, 'mdy', true],
  ] as const)('of %j is %s, asked: %s', (given, order, isAsked) => {
    const judged = judge(given);
    expect(judged.dateOrder).toBe(order);
    expect(judged.questions.includes('date-order')).toBe(isAsked);
  });

  it('is not asked for columns that are not used', () => {
    const columns = [{ ...none, dates: { ...none.dates, eitherWay: 3, withoutZone: 3 } }];
    expect(judgeReading({ columns, told: {} }, { reference: 0 })).toMatchObject({
      questions: [],
      needsZone: false,
    });
    expect(judgeReading({ columns, told: {} }, { checkedAt: 0 })).toMatchObject({
      questions: ['date-order'],
      needsZone: true,
    });
  });
});

describe('the decimal sign', () => {
  it.each([
    [{ amounts: { dot: 3, dotThree: 9 } }, '.', false],
    [{ amounts: { comma: 3, commaThree: 9 } }, ',', false],
    [{ amounts: { dot: 1, comma: 3 } }, ',', true],
    // 12.500 KWD in every row is how dashboards print dinars; in dollars it is one thing or the other.
    [{ amounts: { dotThree: 9 } }, '.', false],
    [{ amounts: { dotThree: 9 }, exponents: [2] }, '.', true],
    [{ amounts: { dotThree: 9 }, exponents: [2, 3] }, '.', true],
    [{ amounts: { dotThree: 9, whole: 1 } }, '.', true],
    [{ amounts: { commaThree: 9 } }, ',', true],
    [{ amounts: { commaThree: 9 }, exponents: [2] }, '.', true],
    [{ amounts: { commaThree: 9 }, told: { decimal: ',', units: 'major' } }, ',', false],
  ] as const)('of %j is %s, asked: %s', (given, decimal, isAsked) => {
    const judged = judge(given);
    expect(judged.decimal).toBe(decimal);
    expect(judged.questions.includes('decimal')).toBe(isAsked);
  });
});

describe('the units of amounts', () => {
  it.each([
    [{ amounts: { whole: 9 } }, 'major', true],
    [{ amounts: { whole: 9 }, exponents: [0] }, 'major', false],
    [{ amounts: { whole: 9, dot: 1 } }, 'major', false],
    [{ amounts: { whole: 9 }, told: { units: 'minor' } }, 'minor', false],
    [{}, 'major', false],
  ] as const)('of %j are %s, asked: %s', (given, units, isAsked) => {
    const judged = judge(given);
    expect(judged.units).toBe(units);
    expect(judged.questions.includes('units')).toBe(isAsked);
  });
});
