import { memo, useState, type CSSProperties, type ReactNode } from 'react';
import type { PlacedColumn } from './columns';
import styles from './data-grid.module.css';
import type { GridLabels } from './grid-types';

/** Width of the column of check boxes, CSS pixels. */
export const selectionColumnWidth = 40;

export interface GridRowProps<Row> {
  readonly row: Row | undefined;
  readonly index: number;
  /** Distance from the top of the spacer, CSS pixels. */
  readonly top: number;
  readonly height: number;
  readonly columns: readonly PlacedColumn<Row>[];
  readonly labels: GridLabels;
  /** Undefined in a grid without check boxes. */
  readonly selected: boolean | undefined;
  readonly isOpen: boolean;
  /** The visible column that holds the tab stop, if it is in this row. */
  readonly focusedColumn: number | undefined;
}

/** Where a cell stands: its width, and its place when pinned. */
export function cellStyle(width: number, pinnedAt: number | undefined): CSSProperties {
  return pinnedAt === undefined ? { width } : { width, insetInlineStart: pinnedAt };
}

function cellClass(align: 'start' | 'end' | undefined, isPinned: boolean): string {
  return [styles['cell'], align === 'end' && styles['end'], isPinned && styles['pinned']]
    .filter(Boolean)
    .join(' ');
}

/** Plain text has an element of its own: that is what is cut off with dots. */
function content(drawn: ReactNode): ReactNode {
  return typeof drawn === 'string' || typeof drawn === 'number' ? <span>{drawn}</span> : drawn;
}

interface RowCellsProps<Row> {
  readonly drawn: Row | undefined;
  readonly columns: readonly PlacedColumn<Row>[];
  /** How many columns stand before these. */
  readonly firstColumn: 0 | 1;
  readonly focusedColumn: number | undefined;
}

function RowCells<RowType>({
  drawn,
  columns,
  firstColumn,
  focusedColumn,
}: RowCellsProps<RowType>): ReactNode {
  return columns.map(({ column, width, pinnedAt }, position) => (
    <div
      key={column.id}
      role="gridcell"
      aria-colindex={position + firstColumn + 1}
      className={cellClass(column.align, pinnedAt !== undefined)}
      style={cellStyle(width, pinnedAt)}
      data-column={position + firstColumn}
      data-column-id={column.id}
      tabIndex={focusedColumn === position + firstColumn ? 0 : -1}
    >
      {drawn !== undefined && content(column.render(drawn))}
    </div>
  ));
}

/** A row's cells know nothing of its place: while rows rush by that are not there yet, none of them is drawn again. */
const Cells = memo(RowCells) as typeof RowCells;

function Row<RowType>(props: GridRowProps<RowType>): ReactNode {
  const { row, index, top, height, columns, selected, isOpen, focusedColumn } = props;
  const [known, setKnown] = useState(row);
  if (row !== undefined && row !== known) setKnown(row);
  // While a row is on its way its element keeps, hidden, what it held: changing a text is cheaper than making it anew.
  const drawn = row ?? known;
  // Cells that never held anything are not made: painting hundreds of empty ones holds up the rows they wait for.
  const isDrawn = drawn !== undefined || focusedColumn !== undefined;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-busy={row === undefined ? true : undefined}
      className={styles['row']}
      data-row={index}
      data-open={isOpen || undefined}
      data-blank={isDrawn ? undefined : true}
      style={{ top, height }}
    >
      {selected !== undefined && (
        <div
          role="gridcell"
          aria-colindex={1}
          className={`${styles['cell']} ${styles['pinned']}`}
          style={cellStyle(selectionColumnWidth, 0)}
        >
          <span
            role="checkbox"
            className={styles['box']}
            aria-checked={selected}
            aria-label={props.labels.selectRow(index + 1)}
            data-column={0}
            data-box
            tabIndex={focusedColumn === 0 ? 0 : -1}
          />
        </div>
      )}
      {isDrawn && (
        <Cells
          drawn={drawn}
          columns={columns}
          firstColumn={selected === undefined ? 0 : 1}
          focusedColumn={focusedColumn}
        />
      )}
    </div>
  );
}

/** One row. Drawn again only when something about it changed: scrolling inside the drawn range costs nothing. */
// memo() forgets the type parameter; the cast gives back the signature the function has.
export const GridRow = memo(Row) as typeof Row;
