import { useRef, type ReactNode } from 'react';
import type { PlacedColumn } from './columns';
import styles from './data-grid.module.css';
import { GridRow } from './grid-row';
import type { DataGridProps, RowRange } from './grid-types';
import { useRowSlots } from './use-row-slots';
import type { ScaledScroll } from './use-scaled-scroll';
import { rowIsSelected } from './use-row-selection';

export interface GridBodyProps<Row> {
  readonly grid: DataGridProps<Row>;
  readonly scroll: ScaledScroll;
  readonly rowHeight: number;
  readonly columns: readonly PlacedColumn<Row>[];
  /** The cell with the tab stop. */
  readonly at: { readonly row: number; readonly column: number };
}

/** The rows to draw, in order, with the row that has the focus added when it is out of sight. */
function drawnRows(drawn: RowRange, focused: number, rowCount: number): readonly number[] {
  const rows = Array.from(
    { length: Math.max(0, drawn.end - drawn.start) },
    (_, index) => drawn.start + index,
  );
  if (focused < 0 || focused >= rowCount) return rows;
  if (focused < drawn.start) return [focused, ...rows];
  return focused >= drawn.end ? [...rows, focused] : rows;
}

/** Brings a row that is far out of sight near the drawn ones: the spacer is too short for its true place. */
function nearestDrawn(row: number, drawn: RowRange): number {
  return Math.min(Math.max(row, drawn.start - 1), drawn.end);
}

/** The rows in and around the view. */
export function GridBody<Row>({ grid, scroll, rowHeight, columns, at }: GridBodyProps<Row>): ReactNode {
  const { rowCount, getRow, rowKey, selection, labels, activeRow, change } = grid;
  const bodyRef = useRef<HTMLDivElement>(null);
  const rows = drawnRows(scroll.drawn, at.row, rowCount);
  const slots = useRowSlots({ bodyRef, rows, focusedRow: at.row, change });
  return (
    <div ref={bodyRef} role="rowgroup" className={styles['body']} style={{ height: scroll.spacer }}>
      {slots.map(({ row: index, slot }) => {
        const row = getRow(index);
        return (
          <GridRow
            key={slot}
            row={row}
            index={index}
            top={nearestDrawn(index, scroll.drawn) * rowHeight + scroll.shift}
            height={rowHeight}
            columns={columns}
            labels={labels}
            selected={rowIsSelected(selection, row, rowKey)}
            isOpen={activeRow === index}
            focusedColumn={at.row === index ? at.column : undefined}
          />
        );
      })}
    </div>
  );
}
