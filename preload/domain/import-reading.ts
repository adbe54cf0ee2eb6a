import type { csvDelimiters, decimalSigns } from './export-spec';

/** The kinds of files that can be imported. */
export const importFormats = ['csv', 'xml', 'xlsx'] as const;
export type ImportFormat = (typeof importFormats)[number];

export const csvEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'windows-1252'] as const;
export type CsvEncoding = (typeof csvEncodings)[number];

export type CsvDelimiter = (typeof csvDelimiters)[number];

/** The order of a date in figures. Dates that begin with a year of four digits are read under any of them. */
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

export type DecimalSign = (typeof decimalSigns)[number];

export const amountUnits = ['major', 'minor'] as const;
export type AmountUnits = (typeof amountUnits)[number];

/** Where the records of a file are found: what must be known before one cell can be read. */
export interface FileShape {
  /** Of the records that are not blank, the one that holds the headers; the first is 0. What stands above is left out. */
  readonly headerRow: number;
  /** Only of CSV files. */
  readonly csv?: { readonly encoding: CsvEncoding; readonly delimiter: CsvDelimiter };
  /** Only of workbooks: the name of the sheet. */
  readonly sheet?: string;
}

/** What the cells of a file mean. */
export interface CellReading {
  readonly dateOrder: DateOrder;
  readonly decimal: DecimalSign;
  readonly units: AmountUnits;
}

/** How a file is to be read: what was detected, as changed by the user. */
export interface ImportReading extends FileShape, CellReading {}

/** What a file leaves open: the user must answer before it can be read. */
export const importQuestions = ['encoding', 'date-order', 'decimal', 'units'] as const;
export type ImportQuestion = (typeof importQuestions)[number];
