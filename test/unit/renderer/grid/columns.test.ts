import { describe, expect, it } from 'vitest';
import {
  allowedWidth,
  emptyColumnState,
  orderedColumns,
  placeColumns,
  withColumnAt,
  withColumnMoved,
  withWidth,
} from '../../../../renderer/grid/columns';
import type { GridColumn } from '../../../../renderer/grid/grid-types';

const column = (id: string, more: Partial<GridColumn<string>> = {}): GridColumn<string> => ({
  id,
  header: id,
  width: 100,
  render: (row) => row,
  text: (row) => row,
  ...more,
});
const columns = [column('a'), column('b', { grow: true }), column('c', { pinned: true })];
const space = { available: 500, before: 40 };

describe('columns', () => {
  it('stand as remembered, pinned ones first, new ones last, unknown ids ignored', () => {
    expect(orderedColumns(columns, ['b', 'gone', 'a']).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(orderedColumns(columns, ['b']).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('fill the width that is left over by growing', () => {
    const placed = placeColumns(columns, emptyColumnState, space);
    expect(placed.map(({ column: { id }, width }) => [id, width])).toEqual([
      ['c', 100],
      ['a', 100],
      ['b', 260],
    ]);
    expect(placed.reduce((sum, { width }) => sum + width, 40)).toBe(500);
  });

  it('say where a pinned column sticks', () => {
    const placed = placeColumns([...columns, column('d', { pinned: true })], emptyColumnState, space);
    expect(placed.map(({ pinnedAt }) => pinnedAt)).toEqual([40, 140, undefined, undefined]);
  });

  it('leave hidden columns out', () => {
    const placed = placeColumns(columns, { ...emptyColumnState, hidden: ['a', 'gone'] }, space);
    expect(placed.map(({ column: { id } }) => id)).toEqual(['c', 'b']);
  });

  it('keep the width of growing columns when another is resized, so that its edge follows the hand', () => {
    const placed = placeColumns(columns, emptyColumnState, space);
    const state = withWidth(emptyColumnState, placed, { columnId: 'a', width: 150 });
    expect(state.widths).toEqual({ a: 150, b: 260 });
  });

  it('never become too narrow to grab', () => {
    expect(allowedWidth(column('a'), 3)).toBe(56);
    expect(allowedWidth(column('a', { minWidth: 90 }), 3)).toBe(90);
    expect(allowedWidth(column('a'), 1e6)).toBe(900);
  });
});

describe('the order of columns', () => {
  const five = [column('p', { pinned: true }), ...['a', 'b', 'c', 'd'].map((id) => column(id))];
  const state = { ...emptyColumnState, hidden: ['b'] };

  it('a column steps past its visible neighbour; hidden ones keep theirs', () => {
    expect(withColumnMoved(state, five, { columnId: 'a', by: 1 })?.order).toEqual(['p', 'b', 'c', 'a', 'd']);
    expect(withColumnMoved(state, five, { columnId: 'd', by: -1 })?.order).toEqual(['p', 'a', 'b', 'd', 'c']);
  });

  it('nothing goes past the pinned column or the ends, and the pinned one goes nowhere', () => {
    expect(withColumnMoved(state, five, { columnId: 'a', by: -1 })).toBeUndefined();
    expect(withColumnMoved(state, five, { columnId: 'd', by: 1 })).toBeUndefined();
    expect(withColumnMoved(state, five, { columnId: 'p', by: 1 })).toBeUndefined();
  });

  it('a column let go where it already stands changes nothing', () => {
    const drop = { columnId: 'c', besideId: 'd', side: 'before' } as const;
    expect(withColumnAt(state, five, drop)).toBeUndefined();
    expect(withColumnAt(state, five, { ...drop, side: 'after' })?.order).toEqual(['p', 'a', 'b', 'd', 'c']);
  });
});
