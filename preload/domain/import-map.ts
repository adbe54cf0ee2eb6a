import { readHeaderZone } from './header-zone';
import type { ImportReading } from './import-reading';
import type { Instant } from './instant';

/** The fields a file can fill. */
export const importFields = [
  'linkId',
  'reference',
  'customerEmail',
  'customerName',
  'orderText',
  'amount',
  'currency',
  'status',
  'providerStatus',
  'createdAt',
  'expiresAt',
  'attempts',
  'url',
  'checkedAt',
] as const;
export type ImportField = (typeof importFields)[number];

/** Without these a row cannot become a link. */
export const requiredImportFields = [
  'linkId',
  'amount',
  'currency',
  'status',
] as const satisfies readonly ImportField[];

/** Which column of the file (by index) fills which field. */
export type ImportMap = Readonly<Partial<Record<ImportField, number>>>;

/**
 * Header words seen for each field, folded to lower-case letters. The first of each are the APS dashboard's own columns
 * (Invoice Management: Invoice ID, Merchant Reference, Customer Email, Amount, Currency, Status, Date & Time, Expiry Date);
 * its exact header row is not published, so names close to them count too.
 */
const headerWords: Readonly<Record<ImportField, readonly string[]>> = {
  linkId: ['invoiceid', 'paymentlinkid', 'linkid', 'id', 'معرفالرابط', 'رقمالفاتورة', 'معرفالفاتورة'],
  reference: ['merchantreference', 'reference', 'ref', 'المرجع', 'مرجعالتاجر'],
  customerEmail: ['customeremail', 'email', 'البريدالإلكتروني'],
  customerName: ['customername', 'customer', 'name', 'العميل'],
  orderText: ['orderdescription', 'description', 'orderdetails', 'ordertext', 'وصفالطلب'],
  // A file with minor units says so in its header, which is then believed.
  amount: ['amount', 'total', 'amountminorunits', 'المبلغ', 'المبلغبالوحدةالصغرى'],
  currency: ['currency', 'العملة'],
  status: ['status', 'state', 'الحالة'],
  // Only our own exports have these three; what other files call attempts need not be openings of the link.
  providerStatus: ['providerstatus', 'الحالةلدىالمزود'],
  createdAt: ['datetime', 'created', 'createdat', 'creationdate', 'date', 'تاريخالإنشاء'],
  expiresAt: ['expirydate', 'expiry', 'expires', 'expiresat', 'requestexpirydate', 'تاريخالانتهاء'],
  attempts: ['attempts', 'مراتالفتح'],
  url: ['invoiceurl', 'paymentlink', 'link', 'url', 'الرابط'],
  checkedAt: ['checkedat', 'تاريخالتحقق'],
};

function foldHeader(header: string): string {
  return readHeaderZone(header)
    .word.toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

/** The last part of a name that XML elements gave: `currency` of `amount@currency`. */
function lastPart(header: string): string {
  return header.split(/[/@]/).at(-1) ?? '';
}

/** Guesses which column fills which field from the header row; a column is used once. */
export function guessImportMap(headers: readonly string[]): ImportMap {
  const taken = new Set<number>();
  const map: Partial<Record<ImportField, number>> = {};
  for (const folded of [headers.map(foldHeader), headers.map(lastPart).map(foldHeader)]) {
    for (const field of importFields) {
      if (map[field] !== undefined) continue;
      const index = headerWords[field]
        .map((word) => folded.indexOf(word))
        .find((at) => at >= 0 && !taken.has(at));
      if (index === undefined) continue;
      map[field] = index;
      taken.add(index);
    }
  }
  const { providerStatus, ...rest } = map;
  // The provider's own word tells the status too.
  return map.status === undefined && providerStatus !== undefined ? { ...rest, status: providerStatus } : map;
}

/** The required fields a map leaves open. */
export function missingFields(map: ImportMap): readonly ImportField[] {
  return requiredImportFields.filter((field) => map[field] === undefined);
}

/** What to do with a chosen file. */
export interface ImportSpec {
  readonly connectionId: string;
  readonly map: ImportMap;
  /** The zone of the file's local times: the dashboard prints wall clock times without one. */
  readonly zone: string;
  /**
   * When the file was exported: rows count as checked at that moment, so a newer answer is never overwritten. A row that says
   * itself when it was checked counts from then.
   */
  readonly exportedAt: Instant;
  readonly reading: ImportReading;
}

export type RowProblem =
  | 'id-missing'
  | 'id-damaged'
  | 'id-repeated'
  | 'amount-unreadable'
  | 'amount-too-precise'
  | 'currency-unknown'
  | 'date-unreadable'
  | 'number-unreadable'
  | 'status-missing'
  | 'columns-missing';

/** A row that was not taken, and why. */
export interface RejectedRow {
  /** Line of the file where the row starts, the header being line 1. */
  readonly line: number;
  readonly problem: RowProblem;
  readonly field?: ImportField;
  /** The offending text, cut to 80 characters. */
  readonly text: string;
}

/** What an import did: nothing is stored unless the whole file could be read. */
export interface ImportSummary {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows the cache knows better: their answer is newer than the file. */
  readonly older: number;
  readonly rejectedCount: number;
  /** The first rejected rows; the rest are in the file that can be saved. */
  readonly rejected: readonly RejectedRow[];
}
