import type { ReactNode, Ref } from 'react';
import type { Selection } from './selection';
import type { GridAnchor, RowsChange } from './rows-change';
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
  /** Said when a column was moved; places count from 1. */
  readonly columnMoved: (header: string, place: number, count: number) => string;
}

/** Where a menu was asked for: at the mouse, or at the cell when the keyboard asked. Viewport coordinates, CSS pixels. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

/** What a parent may ask of a mounted grid. */
export interface GridHandle {
  /** Puts the keyboard back on the cell it was on last. */
  focus(): void;
  /** Moves the keyboard to a row, scrolling it into view. */
  focusRow(index: number): void;
  scrollToRow(index: number): void;
  /** Selects from where the selection began, or the keyboard was before a menu was opened, to a row. */
  selectTo(index: number): void;
  /** Gives a column the width of its widest text on screen. */
  fitColumn(columnId: string): void;
  /** Moves a column past its visible neighbour and says so; 1 is towards the end of the reading direction. */
  moveColumn(columnId: string, by: 1 | -1): void;
  /**
   * What the reader looks at, at most four rows: the one at the top, the one with the keyboard, and others in view. Ask where
   * they are in a new answer and give that to the grid as its `change`.
   */
  anchors(): readonly GridAnchor[];
}

export interface DataGridProps<Row> {
  readonly ref?: Ref<GridHandle>;
  readonly label: string;
  readonly rowCount: number;
  readonly getRow: (index: number) => Row | undefined;
  readonly rowKey: (row: Row) => number;
  readonly onRangeNeeded: (range: RowRange) => void;
  /** How the newest rows relate to those before; used once per object, together with the new `rowCount`. */
  readonly change?: RowsChange | undefined;
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
  /** A menu of a row is wanted; with the column of the cell, unless it is the one with the check boxes. */
  readonly onRowMenu?: ((index: number, at: MenuPlace, columnId: string | undefined) => void) | undefined;
  /** A menu of a column is wanted: right click, menu key, Shift+F10 or Alt+ArrowDown on its header. */
  readonly onHeaderMenu?: ((columnId: string, at: MenuPlace) => void) | undefined;
  readonly onCopy?: (() => void) | undefined;
  readonly density?: GridDensity | undefined;
  readonly busy?: boolean | undefined;
  readonly empty?: ReactNode;
  readonly labels: GridLabels;
}
