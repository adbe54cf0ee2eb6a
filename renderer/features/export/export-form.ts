import type { Settings } from '#contract/settings';
import {
  exportColumns,
  usualCsv,
  type CsvOptions,
  type ExportColumn,
  type ExportFormat,
  type ExportSpec,
  type XmlOptions,
} from '#domain/export-spec';

/** A column in its place, taken or not: a column that is left out keeps its place. */
export interface ColumnChoice {
  readonly id: ExportColumn;
  readonly isOn: boolean;
}

/** What the user decides about an export. Kept until the window closes. */
export interface ExportForm {
  readonly format: ExportFormat;
  readonly columns: readonly ColumnChoice[];
  readonly language: ExportSpec['language'];
  readonly zone: string;
  readonly amounts: ExportSpec['amounts'];
  readonly csv: CsvOptions;
  readonly xml: XmlOptions;
}

export const usualColumns: readonly ColumnChoice[] = exportColumns.map((id) => ({ id, isOn: true }));

export function firstForm({ language, zone }: Pick<Settings, 'language' | 'zone'>): ExportForm {
  return {
    ...{ format: 'csv', columns: usualColumns, language, zone, amounts: 'major' },
    csv: usualCsv,
    xml: { values: 'elements' },
  };
}

/** The columns with one taken or left out. */
export function withChoice(
  columns: readonly ColumnChoice[],
  id: ExportColumn,
  isOn: boolean,
): readonly ColumnChoice[] {
  return columns.map((column) => (column.id === id ? { id, isOn } : column));
}

/** The columns with one moved a place up (-1) or down (1); at the edge it stays. */
export function withMoved(
  columns: readonly ColumnChoice[],
  id: ExportColumn,
  by: -1 | 1,
): readonly ColumnChoice[] {
  const from = columns.findIndex((column) => column.id === id);
  const moved = columns[from];
  const to = from + by;
  if (moved === undefined || to < 0 || to >= columns.length) return columns;
  return columns.toSpliced(from, 1).toSpliced(to, 0, moved);
}

/** The columns that go into the file, in their order. */
export function chosenColumns(columns: readonly ColumnChoice[]): ExportColumn[] {
  return columns.filter(({ isOn }) => isOn).map(({ id }) => id);
}

/** An amount without its currency cannot be read back, by people or by programs. */
export function leavesAmountAlone(columns: readonly ColumnChoice[]): boolean {
  const chosen = chosenColumns(columns);
  return chosen.includes('amount') && !chosen.includes('currency');
}
