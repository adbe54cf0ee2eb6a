import { describe, expect, it } from 'vitest';
import { foldText } from '#domain/fold-text';

describe('folding for a search', () => {
  it.each([
    ['ÉCOLE Müller', 'ecole muller'],
    ['مُحَمَّد', 'محمد'],
    ['أَحْمَد', 'احمد'],
    ['فاطمة', 'فاطمه'],
    ['مصطفى', 'مصطفي'],
    ['کریم', 'كريم'],
    ['نـــورة', 'نوره'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['İstanbul', 'istanbul'],
    ['ﻓﺎﻃﻤﺔ', 'فاطمه'],
  ])('makes %j into %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing that is folded already', () => {
    for (const text of ['ecole', 'فاطمه', 'كريم', '0123', 'ßς%_"']) expect(foldText(text)).toBe(text);
  });
});
