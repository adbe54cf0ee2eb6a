import { describe, expect, it } from 'vitest';
import type { ColumnFacts } from '#domain/column-facts';
import { isOurExport, toldByHeader } from '../../../../main/import/own-export';

const facts: ColumnFacts = {
  dates: { dayFirst: 0, monthFirst: 0, eitherWay: 0, withoutZone: 0 },
  amounts: { dot: 0, comma: 0, dotThree: 3, commaThree: 0, whole: 0 },
  exponents: [],
  examples: [],
};

describe('isOurExport', () => {
  it.each([
    [['Payment link ID', 'Amount', 'Currency'], true],
    [['معرّف الرابط', 'المبلغ (بالوحدة الصغرى)'], true],
    [['linkId', 'amount', 'checkedAt'], true],
    [['Payment link ID', 'المبلغ'], false],
    [['Payment link ID', 'Amount', 'Remark'], false],
    [['Amount'], false],
  ])('of %j is %s', (headers, expected) => {
    expect(isOurExport(headers)).toBe(expected);
  });
});

describe('toldByHeader', () => {
  it('believes our own header about units and decimal sign', () => {
    expect(toldByHeader('Amount', facts, true)).toEqual({ told: { decimal: '.', units: 'major' } });
    const comma = { ...facts, amounts: { ...facts.amounts, dotThree: 0, commaThree: 3 } };
    expect(toldByHeader('Amount', comma, true)).toEqual({ told: { decimal: ',', units: 'major' } });
    expect(toldByHeader('Amount (minor units)', facts, true)).toMatchObject({ told: { units: 'minor' } });
  });

  it('believes others only where they name minor units', () => {
    expect(toldByHeader('Amount', facts, false)).toEqual({});
    expect(toldByHeader('Total in fils', facts, false)).toEqual({ told: { units: 'minor' } });
    expect(toldByHeader('المبلغ بالهللة', facts, false)).toEqual({ told: { units: 'minor' } });
  });
});
