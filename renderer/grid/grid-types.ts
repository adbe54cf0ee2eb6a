import type { ReactNode, Ref } from 'react';
import type { Selection } from './selection';
import type { GridSort } from './sort';

/** Rows from `start` up to, but without, `end`. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

export type GridDensity = 'compact' | 'normal' | 'comfortable';

/** Row heights in CSS pixels. */
export const rowHeights: Readonly<Record<GridDensity, number>> = { compact: 28, normal: 32, comfortable: 40 };

/** One column: how it is named, sized and drawn. Widths are CSS pixels. */
export interface GridColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly width: number;
  /** Smallest width a user may give it; 56 unless told. */
  readonly minWidth?: number;
  /** `end` is for figures: their last digits line up, at the right in every language. */
  readonly align?: 'start' | 'end';
  readonly sortable?: boolean;
  /** True unless told. */
  readonly resizable?: boolean;
  /** Takes its share of the width that is left over. */
  readonly grow?: boolean;
  /** Stays at the inline start when the grid is scrolled sideways. */
  readonly pinned?: boolean;
  readonly render: (row: Row) => ReactNode;
  /** Plain text for the clipboard. */
  readonly text: (row: Row) => string;
}

/** What a user changed about the columns. Saved in views, so unknown ids must be harmless. */
export interface ColumnState {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
}

/** The grid's words, already in the user's language. */
export interface GridLabels {
  readonly selectRow: (rowNumber: number) => string;
  readonly selectAll: string;
  /** Name of the column of check boxes. */
  readonly selectionColumn: string;
  /** Says the keys of a header, for screen readers. */
  readonly headerHint: string;
}

/** What a parent may ask of a mounted grid. */
export interface GridHandle {
  /** Puts the keyboard back on the cell it was on last. */
  focus(): void;
  /** Moves the keyboard to a row, scrolling it into view. */
  focusRow(index: number): void;
  scrollToRow(index: number): void;
}

export interface DataGridProps<Row> {
  readonly ref?: Ref<GridHandle>;
  readonly label: string;
  readonly rowCount: number;
  readonly getRow: (index: number) => Row | undefined;
  readonly rowKey: (row: Row) => number;
  readonly onRangeNeeded: (range: RowRange) => void;
  readonly columns: readonly GridColumn<Row>[];
  readonly columnState: ColumnState;
  readonly onColumnStateChange: (state: ColumnState) => void;
  readonly sort?: readonly GridSort[] | undefined;
  readonly onSort?: ((columnId: string, additive: boolean) => void) | undefined;
  readonly selection?: Selection | undefined;
  readonly onSelectionChange?: ((selection: Selection) => void) | undefined;
  readonly resolveKeys?: ((range: RowRange) => Promise<readonly number[]>) | undefined;
  readonly onOpenRow?: ((index: number) => void) | undefined;
  readonly onClickRow?: ((index: number) => void) | undefined;
  readonly activeRow?: number | undefined;
  readonly onFocusedRowChange?: ((index: number) => void) | undefined;
  readonly onRowMenu?: ((index: number, at: { readonly x: number; readonly y: number }) => void) | undefined;
  readonly onCopy?: (() => void) | undefined;
  readonly density?: GridDensity | undefined;
  readonly busy?: boolean | undefined;
  readonly empty?: ReactNode;
  readonly labels: GridLabels;
}
