import { expect, it } from 'vitest';
import { columnLetters } from '../../../../../main/export/xlsx/column-letters';
import { columnOf } from '../../../../../main/import/xlsx/cell-place';

it('reads the column of a place', () => {
  expect(['A1', 'Z9', 'AA1', 'AB12', 'XFD1048576', 'b2', '7'].map(columnOf)).toEqual([
    0, 25, 26, 27, 16383, 1, -1,
  ]);
});

it('reads the letters that we write', () => {
  for (let column = 0; column < 16_384; column += 1)
    expect(columnOf(`${columnLetters(column)}1`)).toBe(column);
});
