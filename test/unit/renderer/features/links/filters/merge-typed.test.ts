import { describe, expect, it } from 'vitest';
import type { LinkFilter } from '#domain/link-filter';
import {
  mergeTyped,
  withoutWords,
  wordsOf,
} from '../../../../../../renderer/features/links/filters/merge-typed';

const chips: LinkFilter = {
  statuses: ['open'],
  amount: { from: '100' },
  texts: { customerName: 'noor' },
  not: { currencies: ['KWD'], texts: { reference: 'test' } },
};

describe('typed text and the filter of the chips', () => {
  it('leaves what the text does not name', () => {
    expect(mergeTyped(chips, { words: ['al'] })).toEqual({ ...chips, words: ['al'] });
  });

  it('replaces a part that the text names', () => {
    const merged = mergeTyped(chips, { statuses: ['paid'], amount: { above: '5' } });
    expect(merged).toEqual({ ...chips, statuses: ['paid'], amount: { above: '5' } });
  });

  it('replaces texts field by field', () => {
    const merged = mergeTyped(chips, { texts: { linkId: '15' }, not: { texts: { reference: 'old' } } });
    expect(merged.texts).toEqual({ customerName: 'noor', linkId: '15' });
    expect(merged.not).toEqual({ currencies: ['KWD'], texts: { reference: 'old' } });
  });

  it('takes back what the chips refuse of a list that is typed', () => {
    expect(mergeTyped(chips, { currencies: ['KWD'] }).not).toEqual({ texts: { reference: 'test' } });
  });

  it('keeps what is wanted of a list when the text refuses some of it', () => {
    const merged = mergeTyped(chips, { not: { statuses: ['paid'] } });
    expect(merged.statuses).toEqual(['open']);
    expect(merged.not).toEqual({ ...chips.not, statuses: ['paid'] });
  });

  it('takes the words, wanted and refused, from the text alone', () => {
    const before = { ...chips, words: ['old'], not: { ...chips.not, words: ['older'] } };
    const merged = mergeTyped(before, { words: ['new'] });
    expect(merged).toEqual({ ...chips, words: ['new'] });
    expect(mergeTyped(before, {})).toEqual(chips);
  });

  it('parts a filter into its words and the rest, losing nothing', () => {
    const filter: LinkFilter = { ...chips, words: ['a'], not: { ...chips.not, words: ['b'] } };
    expect(wordsOf(filter)).toEqual({ words: ['a'], not: { words: ['b'] } });
    expect(withoutWords(filter)).toEqual(chips);
    expect(mergeTyped(withoutWords(filter), wordsOf(filter))).toEqual(filter);
    expect(wordsOf(chips)).toEqual({});
  });
});
