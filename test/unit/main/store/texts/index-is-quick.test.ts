import { describe, expect, it } from 'vitest';

import { textFields } from '#domain/link-filter';
import { FoldedTexts } from '../../../../../main/store/texts/folded-texts';
import { indexIsQuick } from '../../../../../main/store/texts/index-is-quick';

const texts = new FoldedTexts();
for (let slot = 0; slot < 30_000; slot++)
  texts.put(slot, [`ref-${slot}`, 'by courier', slot % 1000 === 0 ? 'سحر' : '']);

const terms = (...all: readonly string[]) => all.map((text) => ({ fields: textFields, text }));
const quick = (wanted: readonly string[], refused: readonly string[] = []) =>
  indexIsQuick(texts, { wanted: terms(...wanted), refused: terms(...refused) });

describe('the index', () => {
  it('is quick with a text that has a trigram of few links, however long the common rest is', () => {
    expect(quick(['ref-2917'])).toBe(true);
    expect(quick(['by courierx'])).toBe(true);
    expect(quick(['سحر'])).toBe(true);
    expect(quick(['nobody has it'])).toBe(true);
  });

  it('is slow with what many links have', () => {
    expect(quick(['courier'])).toBe(false);
    expect(quick(['ref'])).toBe(false);
  });

  it('is quick with several words when one of them is rare', () => {
    expect(quick(['courier', 'ref-2917'])).toBe(true);
    expect(quick(['courier', 'ref'])).toBe(false);
  });

  it('has to read all of what is refused', () => {
    expect(quick(['ref-2917'], ['courier'])).toBe(false);
    expect(quick([], ['courier'])).toBe(false);
    expect(quick([], ['ref-2917'])).toBe(true);
  });

  it('is quick where there are no links', () => {
    expect(indexIsQuick(new FoldedTexts(), { wanted: terms('courier'), refused: [] })).toBe(true);
  });

  it('does not have texts of one or two characters', () => {
    expect(quick(['r'])).toBe(false);
    expect(quick(['zq'])).toBe(false);
  });
});
