import { useImperativeHandle, type RefObject } from 'react';
import type { CellPosition } from './cell-position';
import { fittingWidth } from './column-resize';
import { withWidth, type PlacedColumn } from './columns';
import type { DataGridProps, RowRange } from './grid-types';
import { anchorsOf } from './rows-change';

export interface GridHandleParts<Row> {
  readonly at: CellPosition;
  readonly visible: RowRange;
  readonly placed: readonly PlacedColumn<Row>[];
  readonly scrollerRef: RefObject<HTMLDivElement | null>;
  readonly showAtTop: (row: number) => void;
  readonly focusCell: (at: CellPosition) => void;
  readonly moveTo: (at: CellPosition) => void;
  readonly moveColumn: (columnId: string, by: 1 | -1) => boolean;
  readonly selectTo: (index: number) => void;
}

/** Gives the parent of a grid what it may ask of it; see `GridHandle`. */
export function useGridHandle<Row>(props: DataGridProps<Row>, parts: GridHandleParts<Row>): void {
  const { ref, getRow, rowKey, columnState, onColumnStateChange } = props;
  const { at, visible, placed, scrollerRef, moveTo } = parts;
  useImperativeHandle(ref, () => ({
    focus: () => parts.focusCell(at),
    focusRow: (index: number) => moveTo({ row: index, column: at.column }),
    scrollToRow: parts.showAtTop,
    selectTo: parts.selectTo,
    fitColumn: (columnId: string) => {
      if (scrollerRef.current === null) return;
      const width = fittingWidth(scrollerRef.current, columnId);
      onColumnStateChange(withWidth(columnState, placed, { columnId, width }));
    },
    moveColumn: (columnId: string, by: 1 | -1) => void parts.moveColumn(columnId, by),
    anchors: () =>
      anchorsOf(visible, at.row, (index) => {
        const row = getRow(index);
        return row === undefined ? undefined : rowKey(row);
      }),
  }));
}
