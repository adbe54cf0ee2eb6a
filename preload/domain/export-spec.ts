import type { LinkSelection, LinkSort } from './link-filter';

export const exportFormats = ['csv', 'xml'] as const;
export type ExportFormat = (typeof exportFormats)[number];

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

/** Everything an export is asked for, but not where it is written: main asks that in a dialog of its own. */
export interface ExportSpec {
  readonly format: ExportFormat;
  readonly selection: LinkSelection;
  /** The order of the rows: the table's. */
  readonly sort: readonly LinkSort[];
  readonly columns: readonly ExportColumn[];
  /** Local times are written in this zone, with their offset. */
  readonly zone: string;
  /** Major units with the currency's decimals (`1234.500`), or whole minor units (`1234500`). */
  readonly amounts: 'major' | 'minor';
  /** Header and status wording. */
  readonly language: 'en' | 'ar';
  /** Starts a CSV file with a byte order mark, which Excel needs to see UTF-8. */
  readonly bom: boolean;
}
