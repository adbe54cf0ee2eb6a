import { describe, expect, it } from 'vitest';

import { textFields, type TextField } from '#domain/link-filter';
import { FoldedTexts } from '../../../../../main/store/texts/folded-texts';
import { TextSearch } from '../../../../../main/store/texts/text-search';

const any = (text: string) => ({ fields: textFields, text });
const only = (field: TextField, text: string) => ({ fields: [field], text });

function make(...references: readonly string[]): FoldedTexts {
  const texts = new FoldedTexts();
  for (const [slot, reference] of references.entries())
    texts.put(slot, [reference, `id${slot}`, '', '', 'shop']);
  return texts;
}

describe('a search in texts', () => {
  it('passes what has all wanted terms and none of the refused ones', () => {
    const texts = make('red car', 'red bus', 'blue car', 'red car, old');
    const search = new TextSearch(texts, { wanted: [any('red'), any('car')], refused: [any('old')] });
    expect([...search.mask()]).toEqual([1, 0, 0, 0]);
    expect([0, 1, 2, 3].map((slot) => search.passes(slot))).toEqual([true, false, false, false]);
  });

  it('passes everything but the refused where nothing is wanted', () => {
    const search = new TextSearch(make('red', 'blue'), { wanted: [], refused: [any('red')] });
    expect([...search.mask()]).toEqual([0, 1]);
  });

  it('looks only where it is asked to', () => {
    const texts = make('shop', 'id1');
    const found = (field: TextField, text: string) => [
      ...new TextSearch(texts, { wanted: [only(field, text)], refused: [] }).mask(),
    ];
    expect(found('reference', 'shop')).toEqual([1, 0]);
    expect(found('orderText', 'shop')).toEqual([1, 1]);
    expect(found('linkId', 'id1')).toEqual([0, 1]);
    const inOrder = new TextSearch(texts, {
      wanted: [only('orderText', 'shop')],
      refused: [only('reference', 'id1')],
    });
    expect([inOrder.passes(0), inOrder.passes(1)]).toEqual([true, false]);
  });

  it('tells the same whether it was taken step by step or at once', () => {
    const texts = make(...Array.from({ length: 20_000 }, (_, slot) => `ref ${slot}`));
    const terms = { wanted: [any('ref'), any('7')], refused: [any('99')] };
    const stepped = new TextSearch(texts, terms);
    let steps = 1;
    for (; !stepped.step(); steps++);
    expect(steps).toBe(texts.blockCount + 1);
    expect(steps).toBeGreaterThan(2);
    expect(stepped.mask()).toEqual(new TextSearch(texts, terms).mask());
  });

  it('sees a text that changed after it was looked at, and one that came', () => {
    const texts = make('red', 'blue');
    const search = new TextSearch(texts, { wanted: [any('red')], refused: [] });
    while (!search.step());
    texts.put(0, ['blue', '', '', '', '']);
    texts.put(2, ['red', '', '', '', '']);
    expect([...search.mask()]).toEqual([0, 0, 1]);
  });
});
