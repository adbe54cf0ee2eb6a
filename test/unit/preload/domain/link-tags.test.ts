import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatTags, parseTags, sameTags, tagLimits } from '#domain/link-tags';

const problemOf = (text: string) => {
  const read = parseTags(text);
  return read.ok ? undefined : [read.problem, read.line];
};

describe('tags as text', () => {
  it('stand one to a line, sorted, and are read back', () => {
    expect(formatTags({ order: '7', customer: 'Al Noor: VIP' })).toBe('customer: Al Noor: VIP\norder: 7');
    expect(parseTags(' order : 7 \n\ncustomer: Al Noor: VIP')).toEqual({
      ok: true,
      tags: { order: '7', customer: 'Al Noor: VIP' },
    });
  });

  it('come back equal, whatever they hold', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      fc.stringMatching(/^[:"\\ \r\n\t\u2028\u2029ax]{1,8}$/),
    );
    fc.assert(
      fc.property(fc.dictionary(piece, piece, { maxKeys: 20 }), (tags) => {
        const text = formatTags(tags);
        expect(parseTags(text)).toEqual({ ok: true, tags });
        expect(text.split(/[\r\n\u2028\u2029]/).filter(Boolean)).toHaveLength(Object.keys(tags).length);
      }),
      { numRuns: 1000 },
    );
  });

  it('stand in quotes where they would not be read back', () => {
    expect(formatTags({ note: 'a\r\n  b' })).toBe('"note": "a\\r\\n  b"');
    expect(formatTags({ 'shop:id': 'x' })).toBe('"shop:id": "x"');
    expect(formatTags({ firm: '"Al Noor" Kuwait' })).toBe('firm: "Al Noor" Kuwait');
    expect(parseTags('"a:b" : c: d\n"e: f\ng: "h')).toEqual({
      ok: true,
      tags: { 'a:b': 'c: d', '"e': 'f', g: '"h' },
    });
  });

  it('are refused with the line that is wrong', () => {
    expect(problemOf(': x')).toEqual(['no-key', 1]);
    expect(problemOf('a: 1\nb')).toEqual(['no-key', 2]);
    expect(problemOf('a:')).toEqual(['no-value', 1]);
    expect(problemOf('a: 1\n\na: 2')).toEqual(['key-repeated', 3]);
    expect(problemOf(`${'k'.repeat(tagLimits.key + 1)}: v`)).toEqual(['key-too-long', 1]);
    expect(problemOf(`k: ${'v'.repeat(tagLimits.value + 1)}`)).toEqual(['value-too-long', 1]);
    const many = Array.from({ length: tagLimits.pairs + 1 }, (_, index) => `k${String(index)}: v`);
    expect(problemOf(many.join('\n'))).toEqual(['too-many', tagLimits.pairs + 1]);
    expect(problemOf(many.slice(1).join('\n'))).toBeUndefined();
  });

  it('are the same however they are spaced and ordered', () => {
    expect(sameTags('b:2\na: 1', 'a: 1\nb: 2\n')).toBe(true);
    expect(sameTags('', undefined)).toBe(true);
    expect(sameTags('a: 1', 'a: 2')).toBe(false);
  });
});
