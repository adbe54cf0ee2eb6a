import { exportColumns, type CsvOptions, type ExportColumn, type ExportFormat } from '#domain/export-spec';
import type { ExportChoices } from '#domain/export-preset';
import { pdfRowLimit } from '#domain/pdf-limit';

/** A column in its place, taken or not: a column that is left out keeps its place. */
export interface ColumnChoice {
  readonly id: ExportColumn;
  readonly isOn: boolean;
}

/** What the user decides about an export, with the columns that are left out still in their places. */
export interface ExportForm extends Omit<ExportChoices, 'columns'> {
  readonly columns: readonly ColumnChoice[];
}

export const usualColumns: readonly ColumnChoice[] = exportColumns.map((id) => ({ id, isOn: true }));

/** The order formats are offered in: what accounting asks for most comes first. */
export const formatsInOrder: readonly ExportFormat[] = ['xlsx', 'csv', 'pdf', 'xml'];

export function formOf({ columns, ...choices }: ExportChoices): ExportForm {
  return { ...choices, columns: choicesFor(columns) };
}

export function choicesOf({ columns, ...choices }: ExportForm): ExportChoices {
  return { ...choices, columns: chosenColumns(columns) };
}

/** The columns with those that are taken in their order, and each of the others behind the one it usually follows. */
function choicesFor(taken: readonly ExportColumn[]): readonly ColumnChoice[] {
  return exportColumns.reduce<readonly ColumnChoice[]>(
    (columns, id, at) => {
      if (taken.includes(id)) return columns;
      const before = columns.findIndex((column) => column.id === exportColumns[at - 1]);
      return columns.toSpliced(before + 1, 0, { id, isOn: false });
    },
    taken.map((id) => ({ id, isOn: true })),
  );
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
export function chosenColumns(columns: readonly ColumnChoice[]): readonly ExportColumn[] {
  return columns.filter(({ isOn }) => isOn).map(({ id }) => id);
}

/** An amount without its currency cannot be read back, by people or by programs. */
export function leavesAmountAlone(columns: readonly ColumnChoice[]): boolean {
  const chosen = chosenColumns(columns);
  return chosen.includes('amount') && !chosen.includes('currency');
}

/** The CSV options with another delimiter; a comma between cells takes the comma from the amounts. */
export function withDelimiter(csv: CsvOptions, delimiter: CsvOptions['delimiter']): CsvOptions {
  return { ...csv, delimiter, decimal: delimiter === ',' ? '.' : csv.decimal };
}

/** Why amounts cannot have a decimal comma; undefined when they can. */
export function whyNoDecimalComma({
  amounts,
  csv,
}: Pick<ExportForm, 'amounts' | 'csv'>): 'minor' | 'delimiter' | undefined {
  if (amounts === 'minor') return 'minor';
  return csv.delimiter === ',' ? 'delimiter' : undefined;
}

/** True when there is something to write, and the format holds it. */
export function canRun({ format, columns }: Pick<ExportForm, 'format' | 'columns'>, count: number): boolean {
  const isTooLong = format === 'pdf' && count > pdfRowLimit;
  return count > 0 && !isTooLong && chosenColumns(columns).length > 0;
}
