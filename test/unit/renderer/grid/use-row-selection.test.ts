import { describe, expect, it } from 'vitest';
import type { RowRange } from '../../../../renderer/grid/grid-types';
import { selectAll, selectNothing, type Selection } from '../../../../renderer/grid/selection';
import { createRowSelection } from '../../../../renderer/grid/use-row-selection';

/** A grid of a hundred rows whose keys are a thousand more than their indexes; the first `loaded` are at hand. */
function grid({ loaded = 100 } = {}) {
  let selection: Selection = selectNothing;
  const waiting: { readonly range: RowRange; readonly answer: () => void }[] = [];
  const rows = createRowSelection<number>(() => ({
    rowCount: 100,
    getRow: (index) => (index < loaded ? index + 1000 : undefined),
    rowKey: (row) => row,
    selection,
    onSelectionChange: (next) => (selection = next),
    resolveKeys: (range) =>
      new Promise((resolve) => {
        const keys = Array.from({ length: range.end - range.start }, (_, at) => range.start + at + 1000);
        waiting.push({ range, answer: () => resolve(keys) });
      }),
  }));
  return {
    rows,
    waiting,
    selected: () => [...selection.keys].sort((a, b) => a - b),
    fromOutside: (next: Selection) => (selection = next),
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('selecting rows', () => {
  it('extends from the row toggled last and gives back what a shorter extension leaves', () => {
    const { rows, selected } = grid();
    rows.toggle(5);
    rows.extend(5, 8);
    expect(selected()).toEqual([1005, 1006, 1007, 1008]);
    rows.extend(8, 6);
    expect(selected()).toEqual([1005, 1006]);
  });

  it('never brings back rows of a selection that was cleared from outside', () => {
    const { rows, selected, fromOutside } = grid();
    rows.toggle(50);
    rows.extend(50, 52);
    fromOutside(selectNothing);
    rows.extend(3, 4);
    expect(selected()).toEqual([1003, 1004]);
  });

  it('forgets a range that is resolved after the selection was changed from outside', async () => {
    const { rows, waiting, selected, fromOutside } = grid({ loaded: 10 });
    rows.extend(0, 60);
    fromOutside({ ...selectNothing });
    waiting[0]?.answer();
    await settle();
    expect(selected()).toEqual([]);
  });

  it('takes the newest of several ranges over rows that are not loaded', async () => {
    const { rows, waiting, selected } = grid({ loaded: 10 });
    rows.extend(0, 60);
    rows.extend(60, 12);
    waiting[1]?.answer();
    waiting[0]?.answer();
    await settle();
    expect(selected()).toHaveLength(13);
  });

  it('takes a row out of everything', () => {
    const { rows, selected, fromOutside } = grid();
    fromOutside(selectAll);
    rows.toggle(7);
    expect(selected()).toEqual([1007]);
  });
});
