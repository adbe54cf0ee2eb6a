import { describe, expect, it } from 'vitest';
import { findHeaderRow } from '../../../../main/import/header-row';

const find = (rows: readonly (readonly string[])[]) =>
  findHeaderRow(rows.map((cells, index) => ({ line: index + 1, cells, isBroken: false })));

describe('findHeaderRow', () => {
  it('finds the row with most headers that are known, below titles', () => {
    expect(
      find([
        ['Payment links', '', ''],
        ['Status on 20.11.2026', 'Amount due', ''],
        ['Invoice ID', 'Amount', 'Status'],
        ['1', '2', 'Open'],
      ]),
    ).toBe(2);
  });

  it('finds a wide row of words where no header is known', () => {
    expect(
      find([
        ['Bericht', '', ''],
        ['Nummer', 'Betrag', 'Stand'],
        ['1', '2,50', 'offen'],
        ['2', '3,50', 'offen'],
      ]),
    ).toBe(1);
  });

  it('takes the first row when nothing looks like headers', () => {
    expect(
      find([
        ['1', '2'],
        ['3', '4'],
      ]),
    ).toBe(0);
    expect(find([])).toBe(0);
  });
});
