import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { sheetText } from '../../../../../main/export/xlsx/sheet-text';
import { keepXmlChars } from '../../../../../main/export/xml/xml-text';
import { unescapeText } from '../../../../../main/import/xlsx/escaped-text';

/** What a strict parser makes of the element. */
function readBack(element: string): string {
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (part) => (text += part));
  parser.write(element).close();
  return unescapeText(text);
}

describe('sheetText', () => {
  it.each([
    ['INV-0001', '<t>INV-0001</t>'],
    ['a & <b>', '<t>a &amp; &lt;b&gt;</t>'],
    ['=1+1', '<t>=1+1</t>'],
    [' lead', '<t xml:space="preserve"> lead</t>'],
    ['two  blanks', '<t xml:space="preserve">two  blanks</t>'],
    ['one\ntwo', '<t xml:space="preserve">one\ntwo</t>'],
    ['one\r\ntwo', '<t xml:space="preserve">one_x000D_\ntwo</t>'],
    ['_x000D_', '<t>_x005F_x000D_</t>'],
    ['_x00_', '<t>_x00_</t>'],
    ['snake_case', '<t>snake_case</t>'],
  ])('writes %j as %s', (text, element) => {
    expect(sheetText(text)).toEqual({ element, stripped: 0, isCut: false });
  });

  it('leaves out and counts what XML cannot hold', () => {
    expect(sheetText('a\0b\ud83dc\ufffe')).toEqual({ element: '<t>abc</t>', stripped: 3, isCut: false });
  });

  it('cuts what is longer than a cell of Excel, and no pair in half', () => {
    expect(sheetText('x'.repeat(32_767))).toMatchObject({ isCut: false });
    expect(readBack(sheetText('x'.repeat(32_768)).element)).toBe('x'.repeat(32_767));
    const pairs = sheetText(`${'x'.repeat(32_766)}😀`);
    expect(pairs).toMatchObject({ isCut: true, stripped: 0 });
    expect(readBack(pairs.element)).toBe('x'.repeat(32_766));
  });

  it('gives any text back that XML can hold', () => {
    const parts = fc.constantFrom(
      '_x000D_',
      '_x005F_',
      '_',
      'x0041_',
      '\r',
      '\n',
      '\t',
      ' ',
      '&',
      '😀',
      '\ud83d',
      '\0',
      'ع',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(parts).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        const { element, stripped } = sheetText(any);
        expect(readBack(element)).toBe(keepXmlChars(any));
        expect(stripped).toBe(any.length - keepXmlChars(any).length);
      }),
      { numRuns: 2_000 },
    );
  });
});
