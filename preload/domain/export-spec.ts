import type { LinkFilter, LinkSelection, LinkSort } from './link-filter';

export const exportFormats = ['csv', 'xml', 'xlsx', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Which links a file is about: those that were picked, all that the table's filter lets through, or the whole cache. */
export const exportScopes = ['selected', 'matching', 'all'] as const;
export type ExportScope = (typeof exportScopes)[number];

/** The columns an export can have, in their usual order. The names are also the XML element names. */
export const exportColumns = [
  'connection',
  'linkId',
  'reference',
  'status',
  'providerStatus',
  'amount',
  'currency',
  'customerName',
  'customerEmail',
  'orderText',
  'createdAt',
  'expiresAt',
  'attempts',
  'url',
  'checkedAt',
] as const;
export type ExportColumn = (typeof exportColumns)[number];

/** How a column's values are written: formulas are defused in text only, so that numbers and dates stay what they are. */
export const columnKinds: Readonly<Record<ExportColumn, 'text' | 'amount' | 'number' | 'instant'>> = {
  connection: 'text',
  linkId: 'text',
  reference: 'text',
  status: 'text',
  providerStatus: 'text',
  amount: 'amount',
  currency: 'text',
  customerName: 'text',
  customerEmail: 'text',
  orderText: 'text',
  createdAt: 'instant',
  expiresAt: 'instant',
  attempts: 'number',
  url: 'text',
  checkedAt: 'instant',
};

export const csvDelimiters = [',', ';', '\t', '|'] as const;
/**
 * - `text`: text is always in quotes and numbers never, which tells one from the other;
 * - `needed`: only what RFC 4180 could not hold without them;
 * - `all`: every cell.
 */
export const csvQuotes = ['text', 'needed', 'all'] as const;
export const csvLineEnds = ['crlf', 'lf'] as const;
export const decimalSigns = ['.', ','] as const;

export interface CsvOptions {
  readonly delimiter: (typeof csvDelimiters)[number];
  readonly quotes: (typeof csvQuotes)[number];
  readonly lineEnd: (typeof csvLineEnds)[number];
  /** Starts the file with a byte order mark, which Excel needs to see UTF-8. */
  readonly bom: boolean;
  /** Of amounts. A comma cannot also part the cells. */
  readonly decimal: (typeof decimalSigns)[number];
}

/** CSV as RFC 4180 has it, with the mark and the quotes that spreadsheets need. */
export const usualCsv: CsvOptions = {
  delimiter: ',',
  quotes: 'text',
  lineEnd: 'crlf',
  bom: true,
  decimal: '.',
};

/** True for options of which one does not take another's meaning. */
export function isReadableCsv({ delimiter, decimal }: CsvOptions): boolean {
  return decimal !== delimiter;
}

export const xmlValues = ['elements', 'attributes'] as const;

export interface XmlOptions {
  /** Whether a link's values are elements of their own, or attributes of the link's element. */
  readonly values: (typeof xmlValues)[number];
}

/** Which links an export is about; `all` is every cached link, which nobody has to list. */
export type ExportSelection = LinkSelection | { readonly mode: 'all' };

/** Everything an export is asked for, but not where it is written: main asks that in a dialog of its own. */
export interface ExportSpec {
  readonly format: ExportFormat;
  readonly scope: ExportScope;
  readonly selection: ExportSelection;
  /** What the table showed when the export was asked for; the summary tells it in the filter language. */
  readonly filter: LinkFilter;
  /** The order of the rows: the table's. */
  readonly sort: readonly LinkSort[];
  readonly columns: readonly ExportColumn[];
  /** Local times are written in this zone, with their offset. */
  readonly zone: string;
  /** Major units with the currency's decimals (`1234.500`), or whole minor units (`1234500`). */
  readonly amounts: 'major' | 'minor';
  /** Header and status wording. */
  readonly language: 'en' | 'ar';
  readonly csv: CsvOptions;
  readonly xml: XmlOptions;
}

/** What a file is to look like; which rows are in it was settled before. */
export type ExportLayout = Omit<ExportSpec, 'selection' | 'sort'>;
