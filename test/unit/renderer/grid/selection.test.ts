import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  headerState,
  isSelected,
  selectAll,
  selectedCount,
  selectNothing,
  toggleAll,
  toggleRow,
  withRows,
} from '../../../../renderer/grid/selection';

describe('a selection', () => {
  it('holds a million rows without naming one', () => {
    expect(selectedCount(selectAll, 1_000_000)).toBe(1_000_000);
    expect(selectAll.keys.size).toBe(0);
    expect(isSelected(selectAll, 42)).toBe(true);
  });

  it('excludes single rows from all', () => {
    const selection = toggleRow(selectAll, 7);
    expect(isSelected(selection, 7)).toBe(false);
    expect(selectedCount(selection, 10)).toBe(9);
    expect(headerState(selection, 10)).toBe('some');
  });

  it('gives the old selection back when a row is toggled twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50)), fc.nat(50), fc.boolean(), (keys, key, all) => {
        const before = withRows(all ? selectAll : selectNothing, keys, !all);
        expect(toggleRow(toggleRow(before, key), key)).toEqual(before);
      }),
    );
  });

  it('after rows are selected or cleared, exactly these rows have changed', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(30)),
        fc.uniqueArray(fc.nat(30)),
        fc.boolean(),
        fc.boolean(),
        (had, keys, all, on) => {
          const before = withRows(all ? selectAll : selectNothing, had, !all);
          const after = withRows(before, keys, on);
          for (let key = 0; key <= 30; key += 1) {
            expect(isSelected(after, key)).toBe(keys.includes(key) ? on : isSelected(before, key));
          }
        },
      ),
    );
  });

  it('leaves the selection it started from untouched', () => {
    const before = withRows(selectNothing, [1], true);
    withRows(before, [2], true);
    expect([...before.keys]).toEqual([1]);
  });

  it('goes from anything less than all to all, and from all to nothing, by the header box', () => {
    expect(toggleAll(selectNothing, 5)).toEqual(selectAll);
    expect(toggleAll(withRows(selectNothing, [1], true), 5)).toEqual(selectAll);
    expect(toggleAll(selectAll, 5)).toEqual(selectNothing);
    expect(toggleAll(withRows(selectNothing, [1, 2, 3, 4, 5], true), 5)).toEqual(selectNothing);
  });

  it('shows nothing selected in an empty grid', () => {
    expect(headerState(selectAll, 0)).toBe('none');
  });
});
