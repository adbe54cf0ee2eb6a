import type { ExportColumn } from '#domain/export-spec';

/** Widths in ems of the table's type, the room beside the text included. */
interface ColumnWidth {
  /** Below this a word, a date or an amount of usual length would break. */
  readonly least: number;
  /** Enough for nearly every value on one line. */
  readonly ideal: number;
}

const widths: Readonly<Record<ExportColumn, ColumnWidth>> = {
  connection: { least: 6, ideal: 9 },
  linkId: { least: 13.2, ideal: 13.4 },
  reference: { least: 9.8, ideal: 10.6 },
  status: { least: 5.3, ideal: 5.6 },
  providerStatus: { least: 5.8, ideal: 6.2 },
  amount: { least: 7.2, ideal: 8.4 },
  currency: { least: 5.6, ideal: 5.6 },
  customerName: { least: 7.6, ideal: 14 },
  customerEmail: { least: 8.8, ideal: 16.5 },
  orderText: { least: 8.4, ideal: 15 },
  createdAt: { least: 7.4, ideal: 12.8 },
  expiresAt: { least: 7.4, ideal: 12.8 },
  attempts: { least: 5.4, ideal: 5.4 },
  url: { least: 9, ideal: 19 },
  checkedAt: { least: 7.4, ideal: 12.8 },
};

/** A4 on its side, without the margins of the style sheet: points. */
const paperWidth = 773.8;

/** The sizes of type a table may have, in points. The style sheet has a class for each. */
export const typeSizes = [8.5, 8, 7.5, 7, 6.5] as const;
export type TypeSize = (typeof typeSizes)[number];

/** A table of few columns is not torn apart over the whole sheet. */
const widestStretch = 1.5;

export interface ColumnLayout {
  readonly typeSize: TypeSize;
  /** Of the sheet's width, in percent. */
  readonly tableWidth: number;
  /** One for each column, in percent of the table: together 100. */
  readonly shares: readonly number[];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * Lays columns out over a sheet: in the largest type in which each value has a line to itself; where even the smallest is too large
 * for that, in the smallest, with values that go on in a second line. All columns together still keep their least widths.
 */
export function layOutColumns(columns: readonly ExportColumn[]): ColumnLayout {
  const wanted = columns.map((column) => widths[column]);
  const least = wanted.map((width) => width.least);
  const ideal = wanted.map((width) => width.ideal);
  const smallest = typeSizes[typeSizes.length - 1] ?? 6.5;
  const typeSize = typeSizes.find((size) => sum(ideal) * size <= paperWidth) ?? smallest;
  const room = paperWidth / typeSize;
  const slack = sum(ideal) - sum(least);
  const given = Math.max(0, Math.min(1, (room - sum(least)) / (slack || 1)));
  const ems = wanted.map((width) => width.least + given * (width.ideal - width.least));
  return {
    typeSize,
    tableWidth: round(Math.min(100, (100 * sum(ideal) * widestStretch) / room)),
    shares: ems.map((width) => round((100 * width) / sum(ems))),
  };
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}
