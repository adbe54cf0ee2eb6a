import { describe, expect, it } from 'vitest';
import { anchorsOf, rowAfter, viewShift } from '../../../../renderer/grid/rows-change';
import { keepPlace } from '../../../../renderer/stores/reader-place';

const move = (from: number, to: number | null) => ({ key: from + 1, from, to });

describe('keeping the place over a new answer', () => {
  it('joins what was asked with the answer, by order', () => {
    const asked = [
      { key: 11, index: 10 },
      { key: 13, index: 12 },
    ];
    expect(keepPlace(asked, [14, null])).toEqual({
      kind: 'keep',
      rows: [
        { key: 11, from: 10, to: 14 },
        { key: 13, from: 12, to: null },
      ],
    });
  });

  it('moves the view with most of its rows, not with one that was itself edited', () => {
    expect(viewShift([move(10, 900), move(11, 13), move(15, 17)])).toBe(2);
    expect(viewShift([move(10, 12), move(11, 900)])).toBe(2);
    expect(viewShift([move(10, null), move(11, 10)])).toBe(-1);
    expect(viewShift([move(10, null)])).toBe(0);
  });

  it('takes the keyboard along with its row, and leaves it at the place of a row that is gone', () => {
    const change = { kind: 'keep', rows: [move(10, 12), move(20, 500), move(30, null)] } as const;
    expect(rowAfter(change, 20)).toBe(500);
    expect(rowAfter(change, 30)).toBe(32);
    expect(rowAfter(change, 25)).toBe(27);
  });

  it('leaves the header where it is, and begins another query at its first row', () => {
    expect(rowAfter({ kind: 'start' }, 20)).toBe(0);
    expect(rowAfter({ kind: 'start' }, -1)).toBe(-1);
  });

  it('asks about the row at the top first, then the focused one, never twice and only about loaded rows', () => {
    const keyAt = (index: number) => (index === 11 ? undefined : index + 1);
    const indexes = (focused: number) =>
      anchorsOf({ start: 10, end: 30 }, focused, keyAt).map(({ index }) => index);
    expect(indexes(25)).toEqual([10, 25, 20]);
    expect(indexes(10)).toEqual([10, 20]);
    expect(indexes(-1)).toEqual([10, 20]);
  });
});
