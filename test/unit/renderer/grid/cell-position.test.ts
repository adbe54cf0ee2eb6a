import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insideGrid, moveCell } from '../../../../renderer/grid/cell-position';
import type { GridCommand } from '../../../../renderer/grid/keyboard';

const extent = { rowCount: 1_000_000, columnCount: 7, rowsPerPage: 25 };
const move = (rows: number, columns: number, extend = false): GridCommand => ({
  kind: 'move',
  rows,
  columns,
  extend,
});

describe('moving between cells', () => {
  it('steps from the first row into the header and back', () => {
    const header = moveCell({ row: 0, column: 2 }, move(-1, 0), extent);
    expect(header).toEqual({ row: -1, column: 2 });
    expect(moveCell(header, move(1, 0), extent)).toEqual({ row: 0, column: 2 });
  });

  it('does not extend a selection into the header', () => {
    expect(moveCell({ row: 0, column: 2 }, move(-1, 0, true), extent)).toEqual({ row: 0, column: 2 });
  });

  it('goes to the corners', () => {
    const last = { kind: 'grid-edge', edge: 'last', extend: false } as const;
    const first = { kind: 'grid-edge', edge: 'first', extend: false } as const;
    expect(moveCell({ row: 5, column: 3 }, last, extent)).toEqual({ row: 999_999, column: 6 });
    expect(moveCell({ row: 5, column: 3 }, first, extent)).toEqual({ row: 0, column: 0 });
  });

  it('turns a page within the rows, never into the header', () => {
    const up = { kind: 'page', pages: -1, extend: false } as const;
    expect(moveCell({ row: 10, column: 1 }, up, extent)).toEqual({ row: 0, column: 1 });
    expect(moveCell({ row: 999_990, column: 1 }, { ...up, pages: 1 }, extent).row).toBe(999_999);
  });

  it('stays in the header of an empty grid', () => {
    const empty = { ...extent, rowCount: 0 };
    expect(moveCell({ row: -1, column: 0 }, move(1, 0), empty).row).toBe(-1);
    expect(insideGrid({ row: 40, column: 9 }, empty)).toEqual({ row: -1, column: 6 });
  });

  it('never leaves the grid', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1, max: 50 }),
        fc.nat(6),
        fc.integer(),
        fc.integer(),
        (row, column, rows, columns) => {
          const small = { ...extent, rowCount: 51 };
          const next = moveCell({ row, column }, move(rows, columns), small);
          expect(insideGrid(next, small)).toEqual(next);
        },
      ),
    );
  });
});
