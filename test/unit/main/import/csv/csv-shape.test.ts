import { describe, expect, it } from 'vitest';
import { csvShapeOf } from '../../../../../main/import/csv/csv-shape';

const shapeOf = (text: string) => csvShapeOf(Buffer.from(text, 'utf8'));

describe('csvShapeOf', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2,5;3\n', ';'],
    ['a\tb, c\td\n', '\t'],
    ['"a;b;c;d",b\n', ','],
    ['only\n', ','],
  ])('parts %j by %j', (text, delimiter) => {
    expect(shapeOf(text)?.delimiter).toBe(delimiter);
  });

  it.each([
    ['a,b\r\nc,d\n', '\r\n'],
    ['a,b\nc,d\r\n', '\n'],
    ['a,b\rc,d\r', '\r'],
    ['"a\r\n",b\nc,d', '\n'],
    ['a,b', '\n'],
  ])('ends the lines of %j with %j', (text, newline) => {
    expect(shapeOf(text)?.newline).toBe(newline);
  });

  it('tells encodings by their byte order mark', () => {
    expect(shapeOf('\ufeffa,b')).toMatchObject({ encoding: 'utf-8', bomBytes: 3 });
    expect(shapeOf('a,b')).toMatchObject({ encoding: 'utf-8', bomBytes: 0 });
    expect(csvShapeOf(Buffer.from('\ufeffa;b\r\n', 'utf16le'))).toEqual({
      encoding: 'utf-16le',
      bomBytes: 2,
      delimiter: ';',
      newline: '\r\n',
    });
  });

  it('refuses what is not text', () => {
    expect(shapeOf('')).toBeUndefined();
    expect(shapeOf(' \n')).toBeUndefined();
    expect(shapeOf('PK\u0003\u0004\u0000\u0000')).toBeUndefined();
    expect(csvShapeOf(Buffer.from('a,b', 'utf16le'))).toBeUndefined();
  });
});
