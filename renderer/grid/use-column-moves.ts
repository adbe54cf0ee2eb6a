import { useState } from 'react';
import type { ColumnDrop } from './column-drag';
import { orderedColumns, withColumnAt, withColumnMoved } from './columns';
import type { ColumnState, DataGridProps } from './grid-types';

export interface ColumnMoves {
  /** What a screen reader is to say about the last move. */
  readonly said: string;
  /** Moves a column past its neighbour; false when it cannot go there. */
  readonly moveColumn: (columnId: string, by: 1 | -1) => boolean;
  readonly dropColumn: (drop: ColumnDrop) => void;
}

/** Changes the order of the columns and says where a column has come to. */
export function useColumnMoves<Row>(props: DataGridProps<Row>): ColumnMoves {
  const { columns, columnState, onColumnStateChange, labels } = props;
  const [said, setSaid] = useState('');
  const put = (columnId: string, state: ColumnState | undefined): boolean => {
    if (state === undefined) return false;
    onColumnStateChange(state);
    const visible = orderedColumns(columns, state.order).filter(({ id }) => !state.hidden.includes(id));
    const place = visible.findIndex(({ id }) => id === columnId);
    setSaid(labels.columnMoved(visible[place]?.header ?? '', place + 1, visible.length));
    return true;
  };
  return {
    said,
    moveColumn: (columnId, by) => put(columnId, withColumnMoved(columnState, columns, { columnId, by })),
    dropColumn: (drop) => void put(drop.columnId, withColumnAt(columnState, columns, drop)),
  };
}
