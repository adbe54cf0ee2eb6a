import { columnKinds, type ExportColumn } from '#domain/export-spec';
import { headerWithZone } from '#domain/header-zone';
import type { Instant } from '#domain/instant';
import { createCellTexts } from '../cell-texts';
import { at, type ExportRow } from '#domain/export-row';
import type { ExportSheet } from '../export-sheet';
import { headerOf } from '../wording';
import { columnLetters } from './column-letters';
import type { SheetCells } from './sheet-cells';

/** Widths in characters; a header that is longer makes its column wider. */
const widths: Readonly<Record<ExportColumn, number>> = {
  connection: 20,
  linkId: 21,
  reference: 24,
  status: 11,
  providerStatus: 16,
  amount: 16,
  currency: 10,
  customerName: 26,
  customerEmail: 30,
  orderText: 36,
  createdAt: 20,
  expiresAt: 20,
  attempts: 10,
  url: 36,
  checkedAt: 20,
};
/** The button of the filter stands beside the header's text. */
const BUTTON_CHARS = 4;

/** Dates in a sheet do not say of which zone they are: the header does. */
function sheetHeader(column: ExportColumn, spec: ExportSheet['spec']): string {
  const header = headerOf(column, spec);
  return columnKinds[column] === 'instant' ? headerWithZone(header, spec.zone) : header;
}

/** Writes the rows of the sheets with links. */
export interface LinkRows {
  readonly widths: readonly number[];
  readonly header: string;
  /** Rows from the given number of the sheet on. */
  rows(page: readonly ExportRow[], firstRow: number): string;
}

type WriteCell = (row: ExportRow, place: string) => string;

export function createLinkRows({ spec, connectionName }: ExportSheet, cells: SheetCells): LinkRows {
  const texts = createCellTexts(spec, connectionName);
  const headers = spec.columns.map((column) => sheetHeader(column, spec));

  function amount(row: ExportRow, place: string): string {
    const minor = row[at.amountMinor];
    if (minor === null) return '';
    return spec.amounts === 'minor'
      ? cells.whole(place, minor)
      : cells.amount(place, minor, row[at.currency] ?? '');
  }

  function instant(momentOf: (row: ExportRow) => Instant | null): WriteCell {
    return (row, place) => {
      const moment = momentOf(row);
      return moment === null ? '' : cells.instant(place, moment);
    };
  }

  const typed: Readonly<Partial<Record<ExportColumn, WriteCell>>> = {
    amount,
    createdAt: instant((row) => row[at.createdAt]),
    expiresAt: instant((row) => row[at.expiresAt]),
    checkedAt: instant((row) => row[at.checkedAt]),
    attempts: (row, place) => {
      const attempts = row[at.attempts];
      return attempts === null ? '' : cells.whole(place, attempts);
    },
  };
  const writerOf = (column: ExportColumn): WriteCell =>
    typed[column] ?? ((row, place) => cells.text(place, texts[column](row)));

  const columns = spec.columns.map((column, index) => ({
    letters: columnLetters(index),
    write: writerOf(column),
  }));

  function writeRow(row: ExportRow, number: number): string {
    let text = `<row r="${number}">`;
    for (const { letters, write } of columns) text += write(row, letters + String(number));
    return `${text}</row>`;
  }

  return {
    widths: spec.columns.map((column, index) =>
      Math.max(widths[column], (headers[index] ?? '').length + BUTTON_CHARS),
    ),
    header: `<row r="1">${headers.map((header, index) => cells.text(`${columnLetters(index)}1`, header, 'header')).join('')}</row>`,
    rows: (page, firstRow) => page.map((row, index) => writeRow(row, firstRow + index)).join(''),
  };
}
