import { describe, expect, it } from 'vitest';
import { matchWords } from '../../../../../renderer/app/palette/match-words';

describe('a name', () => {
  it.each([
    ['Add a connection', ''],
    ['Add a connection', 'conn ADD'],
    ['Sync \u2068Café Ahrvo\u2069', 'cafe sync'],
    ['إضافة اتصال', 'إضافه'],
  ])('%s is found by "%s"', (name, typed) => {
    expect(matchWords(name, typed)).toBe(true);
  });

  it('is not found where one of the words is missing', () => {
    expect(matchWords('Add a connection', 'add links')).toBe(false);
  });
});
