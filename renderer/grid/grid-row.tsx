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

function Row<RowType>(props: GridRowProps<RowType>): ReactNode {
  const { row, index, top, height, columns, selected, isOpen, focusedColumn } = props;
  const first = selected === undefined ? 0 : 1;
  const [known, setKnown] = useState(row);
  if (row !== undefined && row !== known) setKnown(row);
  // While a row is on its way its element keeps, hidden, what it held: changing a text is cheaper than making it anew.
  const drawn = row ?? known;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-busy={row === undefined ? true : undefined}
      className={styles['row']}
      data-row={index}
      data-open={isOpen || undefined}
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
      {columns.map(({ column, width, pinnedAt }, position) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={position + first + 1}
          className={cellClass(column.align, pinnedAt !== undefined)}
          style={cellStyle(width, pinnedAt)}
          data-column={position + first}
          data-column-id={column.id}
          tabIndex={focusedColumn === position + first ? 0 : -1}
        >
          {drawn !== undefined && content(column.render(drawn))}
        </div>
      ))}
    </div>
  );
}

/** One row. Drawn again only when something about it changed: scrolling inside the drawn range costs nothing. */
// memo() forgets the type parameter; the cast gives back the signature the function has.
export const GridRow = memo(Row) as typeof Row;
