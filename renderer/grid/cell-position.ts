import type { GridCommand } from './keyboard';

/** A cell by row and visible column; row -1 is the header. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

export const headerRow = -1;

export interface GridExtent {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rowsPerPage: number;
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** Brings a position back inside after rows or columns went away. */
export function insideGrid(at: CellPosition, extent: GridExtent): CellPosition {
  return {
    row: clamp(at.row, headerRow, extent.rowCount - 1),
    column: clamp(at.column, 0, Math.max(0, extent.columnCount - 1)),
  };
}

/** Where a command takes the keyboard; commands that do not move leave it where it is. */
export function moveCell(at: CellPosition, command: GridCommand, extent: GridExtent): CellPosition {
  const lastRow = extent.rowCount - 1;
  const lastColumn = extent.columnCount - 1;
  // Extending a selection must not run into the header.
  const firstRow = 'extend' in command && command.extend ? 0 : headerRow;
  switch (command.kind) {
    case 'move':
      return insideGrid(
        {
          row: Math.max(at.row + command.rows, Math.min(firstRow, lastRow)),
          column: at.column + command.columns,
        },
        extent,
      );
    case 'row-edge':
      return { row: at.row, column: command.edge === 'first' ? 0 : lastColumn };
    case 'grid-edge':
      return command.edge === 'first'
        ? { row: Math.min(0, lastRow), column: 0 }
        : { row: lastRow, column: lastColumn };
    case 'page':
      return insideGrid(
        {
          row: Math.max(at.row + command.pages * extent.rowsPerPage, Math.min(0, lastRow)),
          column: at.column,
        },
        extent,
      );
    default:
      return at;
  }
}
