import { describe, expect, it } from 'vitest';
import { readLinkId } from '../../../../../main/import/link-id';
import { textOfNumber } from '../../../../../main/import/xlsx/number-text';

describe('textOfNumber', () => {
  it.each([
    ['1234.5', '1234.5'],
    ['-0.005', '-0.005'],
    ['1.1000000000000001', '1.1'],
    ['0.30000000000000004', '0.30000000000000004'],
    ['1.5E-7', '0.00000015'],
    ['-2E-9', '-0.000000002'],
    ['1E3', '1000'],
    ['12345.000', '12345'],
    ['9007199254740991', '9007199254740991'],
    ['9007199254740.991', '9007199254740.991'],
  ])('writes %s as %s', (raw, text) => {
    expect(textOfNumber(raw)).toBe(text);
  });

  it.each([
    '1.69996200023294E+17',
    '1.69996200023294E+017',
    '169996200023293950',
    '169996200023293942',
    '1.7E17',
  ])('leaves an id kept as %s so that it is seen to have lost its end', (raw) => {
    const cell = { roundedFile: false, isNumber: true, isWrapped: false };
    expect(textOfNumber(raw)).toBe(raw);
    expect(readLinkId(textOfNumber(raw), cell)).toEqual({ kind: 'damaged' });
  });

  it('leaves what is no number as it is', () => {
    expect(textOfNumber('')).toBe('');
    expect(textOfNumber('abc')).toBe('abc');
  });
});
