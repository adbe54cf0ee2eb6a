import { describe, expect, it } from 'vitest';
import { csvShapeOf } from '../../../../../main/import/csv/csv-shape';

describe('csvShapeOf', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2,5;3\n', ';'],
    ['a\tb, c\td\n', '\t'],
    ['"a;b;c;d",b\n', ','],
    ['only\n', ','],
  ])('parts %j by %j', (text, delimiter) => {
    expect(csvShapeOf(text).delimiter).toBe(delimiter);
  });

  it.each([
    ['a,b\r\nc,d\r\n', '\r\n'],
    ['a,b\nc,d\r\n', '\n'],
    ['a,b\rc,d\r', '\r'],
    ['"a\r\n",b\nc,d', '\n'],
    ['a,b', '\n'],
  ])('ends the lines of %j with %j', (text, newline) => {
    expect(csvShapeOf(text).newline).toBe(newline);
  });

  it('believes a first line that names the delimiter, and leaves it out', () => {
    expect(csvShapeOf('sep=;\r\na,b,c;d\r\n1,2,3;4\r\n')).toEqual({
      delimiter: ';',
      newline: '\r\n',
      isMixed: false,
      namingChars: 7,
    });
    expect(csvShapeOf('"sep=|"\na|b\n')).toMatchObject({ delimiter: '|', newline: '\n', namingChars: 8 });
    expect(csvShapeOf('sep=x\na|b\n').namingChars).toBe(0);
  });

  it('sees lines that end in different ways, but none in quotes', () => {
    expect(csvShapeOf('a,b\r\n1,2\n3,4\r\n')).toMatchObject({ newline: '\n', isMixed: true });
    expect(csvShapeOf('a,b\n"1\r\n",2\n')).toMatchObject({ newline: '\n', isMixed: false });
  });

  it('is not misled by titles, decimal commas and lists in cells', () => {
    expect(csvShapeOf('Report, November, 2026\n\na;b;c\n1,5;2,5;3,5\n4,5;x;y\n').delimiter).toBe(';');
    expect(csvShapeOf('a|b|c\nx, y, z|1|2\nx, y|3|4\n').delimiter).toBe('|');
  });
});
