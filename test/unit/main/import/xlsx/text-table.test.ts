import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextTable } from '../../../../../main/import/xlsx/text-table';

describe('createTextTable', () => {
  it('gives every text back by its number', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 1_200 }), (texts) => {
        const table = createTextTable();
        for (const text of texts) table.add(text);
        expect(table.length).toBe(texts.length);
        expect(texts.map((_, index) => table.at(index))).toEqual(texts);
      }),
      { numRuns: 15 },
    );
  });

  it('goes on in another block where one is full', () => {
    const table = createTextTable();
    for (let index = 0; index < 300; index += 1) table.add(String(index).repeat(3_000));
    expect(table.at(299)).toBe('299'.repeat(3_000));
    expect(table.at(0)).toBe('0'.repeat(3_000));
    expect(table.at(300)).toBeUndefined();
  });
});
