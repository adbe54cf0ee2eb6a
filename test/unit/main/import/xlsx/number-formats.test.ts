import { describe, expect, it } from 'vitest';
import { kindOfFormat, kindOfFormatId } from '../../../../../main/import/xlsx/number-formats';

describe('kindOfFormat', () => {
  it.each([
    ['yyyy-mm-dd hh:mm:ss', 'date-time'],
    ['dd/mm/yyyy', 'date'],
    ['mmm-yy', 'date'],
    ['mmmm', 'date'],
    ['[$-401]d mmmm yyyy;@', 'date'],
    ['[$-F800]dddd, mmmm dd, yyyy', 'date'],
    ['m/d/yy h:mm AM/PM', 'date-time'],
    ['hh:mm', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm:ss', 'number'],
    ['General', 'number'],
    ['0', 'number'],
    ['#,##0.000', 'number'],
    ['#,##0.00 "days"', 'number'],
    ['[Red]-0.00', 'number'],
    ['[$KWD] #,##0.000', 'number'],
    ['0.00E+00', 'number'],
    ['_(* #,##0.00_);_(* "d"??_)', 'number'],
    ['0\\d', 'number'],
    ['@', 'number'],
  ] as const)('takes %j for a %s', (code, kind) => {
    expect(kindOfFormat(code)).toBe(kind);
  });
});

describe('kindOfFormatId', () => {
  it.each([
    [0, 'number'],
    [14, 'date'],
    [22, 'date-time'],
    [20, 'time'],
    [46, 'number'],
    [49, 'number'],
    [31, 'date'],
  ] as const)('knows format %i, which no file spells out', (id, kind) => {
    expect(kindOfFormatId(id, new Map())).toBe(kind);
  });

  it('believes the file where it spells a format out', () => {
    expect(kindOfFormatId(164, new Map([[164, 'yyyy']]))).toBe('date');
    expect(kindOfFormatId(14, new Map([[14, '0.00']]))).toBe('number');
  });
});
