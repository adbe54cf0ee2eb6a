import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defuseFormula, restoreFormula } from '../../../../main/files/formula';

describe('defuseFormula', () => {
  it.each([
    ' =1',
    '\u3000=1',
    '\u00a0@x',
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
  ])('puts an apostrophe before %j', (text) => {
    expect(defuseFormula(text)).toBe(`'${text}`);
  });

  it.each(['', 'Ali', 'أحمد', '169996200023293942', "O'Neill", ' a=1', 'a=1', "'quoted'", '(=1)', '😀'])(
    'leaves %j alone',
    (text) => {
      expect(defuseFormula(text)).toBe(text);
    },
  );

  it('gives every text back when it is restored', () => {
    const nasty = fc.stringMatching(/^['=+\-@\t\r\n＝＋－＠a \u00a0]{0,6}$/);
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (text) => {
        expect(restoreFormula(defuseFormula(text))).toBe(text);
      }),
    );
  });
});

describe('restoreFormula', () => {
  it('keeps an apostrophe that defuses nothing', () => {
    expect(restoreFormula("'Abd")).toBe("'Abd");
  });
});
