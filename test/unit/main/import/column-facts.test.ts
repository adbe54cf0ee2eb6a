import { describe, expect, it } from 'vitest';
import { createFactsGatherer } from '../../../../main/import/column-facts';

function factsOf(cells: readonly string[], kind: 'text' | 'number' | 'date' = 'text') {
  const gatherer = createFactsGatherer(1);
  for (const cell of cells) gatherer.take({ line: 1, cells: [cell], kinds: [kind], isBroken: false });
  const [facts] = gatherer.facts();
  return facts;
}

describe('the facts of a column', () => {
  it.each([
    ['1,234.50', 'dot'],
    ['1.234,50', 'comma'],
    ['12.5', 'dot'],
    ['12,5', 'comma'],
    ['1.234.567', 'comma'],
    ['1,234,567', 'dot'],
    ['0.500', 'dot'],
    ['1234,500', 'comma'],
    ['.500', 'dot'],
    ['12.500', 'dotThree'],
    ['-12,500', 'commaThree'],
    ['١٢٫٥٠٠', 'dotThree'],
    ['12500', 'whole'],
  ] as const)('take the amount %s for %s', (cell, kind) => {
    expect(factsOf([cell])?.amounts).toMatchObject({ [kind]: 1 });
  });

  it.each([
    ['31/12/2026', { dayFirst: 1, withoutZone: 1 }],
    ['12/31/2026 6:00 PM', { monthFirst: 1, withoutZone: 1 }],
    ['03/04/2026', { eitherWay: 1, withoutZone: 1 }],
    ['04/04/2026', { eitherWay: 0, withoutZone: 1 }],
    ['2026-04-03T10:00:00Z', { eitherWay: 0, withoutZone: 0 }],
    ['03-Apr-2026', { eitherWay: 0, withoutZone: 1 }],
    ['٠٣/٠٤/٢٠٢٦', { eitherWay: 1, withoutZone: 1 }],
  ])('take the date %s for %j', (cell, expected) => {
    expect(factsOf([cell])?.dates).toMatchObject(expected);
  });

  it('know the decimals of the currencies', () => {
    expect(factsOf(['KWD', 'usd', 'KWD', 'the', ''])?.exponents).toEqual([2, 3]);
  });

  it('keep three examples of what can be read two ways', () => {
    expect(
      factsOf(['03/04/2026', '31/12/2026', '03/04/2026', '05/06/2026', '1/2/26', '3/4/26'])?.examples,
    ).toEqual(['03/04/2026', '05/06/2026', '1/2/26']);
  });

  it('do not come from what the file types itself', () => {
    expect(factsOf(['12.500'], 'number')?.amounts.dotThree).toBe(0);
    expect(factsOf(['2026-04-03'], 'date')?.dates.withoutZone).toBe(0);
  });

  it('are no longer looked for in a long column of text', () => {
    const words = Array.from({ length: 500 }, () => 'word');
    expect(factsOf([...words, '03/04/2026'])?.dates.eitherWay).toBe(0);
    expect(factsOf(['31/12/2026', ...words, '03/04/2026'])?.dates.eitherWay).toBe(1);
  });
});
