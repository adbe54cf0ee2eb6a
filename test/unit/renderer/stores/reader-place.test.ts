import { describe, expect, it } from 'vitest';
import { keepPlace, placeAfter, withOpenRow } from '../../../../renderer/stores/reader-place';

const at = (...indexes: readonly number[]) => indexes.map((index) => ({ key: index + 100, index }));

describe('the place of the reader', () => {
  it('tells of every row that was asked for where it stood and stands, and which are gone', () => {
    const change = keepPlace(at(40, 55, 60), [42, null]);
    expect(change).toEqual({
      kind: 'keep',
      rows: [
        { key: 140, from: 40, to: 42 },
        { key: 155, from: 55, to: null },
        { key: 160, from: 60, to: null },
      ],
    });
    expect(placeAfter(change, { key: 140 })).toBe(42);
    expect(placeAfter(change, { key: 155 })).toBeNull();
    expect(placeAfter(change, { key: 1 })).toBeUndefined();
    expect(placeAfter({ kind: 'start' }, { key: 140 })).toBeUndefined();
  });

  it('includes the open row, in place of the last of four', () => {
    const open = { key: 7, index: 3 };
    expect(withOpenRow(at(1, 2), open)).toEqual([...at(1, 2), open]);
    expect(withOpenRow(at(1, 2, 3, 4), open)).toEqual([...at(1, 2, 3), open]);
    expect(withOpenRow(at(1, 2, 3, 4, 5), { key: 105, index: 5 })).toEqual([...at(1, 2, 3), ...at(5)]);
  });

  it('leaves the rows alone when no row is open, or the open one is among them', () => {
    expect(withOpenRow(at(1, 2), undefined)).toEqual(at(1, 2));
    expect(withOpenRow(at(1, 2), { key: 102, index: 2 })).toEqual(at(1, 2));
  });
});
