import { exportColumns, usualCsv } from '#domain/export-spec';
import type { ExportSpec } from '#domain/export-spec';
import type { LinkRow } from '#domain/payment-link';
import type { RowSource } from '../../../main/export/row-source';
import { toExportRow } from '../../support/to-export-row';

const base: LinkRow = {
  key: 1,
  pending: false,
  conflict: false,
  connectionId: 'main',
  linkId: '169996200023293942',
  reference: 'INV-0001',
  status: 'open',
  providerStatus: 'Open',
  amount: { amountMinor: 1_234_500, currency: 'KWD' },
  customerName: 'Fatima Al-Sabah',
  customerEmail: 'fatima@example.com',
  orderText: 'Spring collection',
  createdAt: Date.UTC(2026, 9, 1, 6, 30),
  expiresAt: Date.UTC(2026, 10, 30, 20, 59, 59),
  attempts: 3,
  url: 'https://checkout.example.com/pay/1?a=1&b=2',
  checkedAt: Date.UTC(2026, 10, 20, 15, 4, 5),
};

/** Rows with the values that break exports. */
export const nastyRows: readonly LinkRow[] = [
  base,
  {
    ...base,
    key: 2,
    linkId: '000000000000000007',
    customerName: 'أحمد علي',
    orderText: 'طلب رقم ٤ – \u202bمرحبا\u202c',
  },
  {
    ...base,
    key: 3,
    linkId: '3',
    customerName: 'Smith, "Jack" & <Sons>',
    orderText: 'one\ntwo\r\nthree\rfour',
  },
  {
    ...base,
    key: 4,
    linkId: '4',
    customerName: '=HYPERLINK("http://x")',
    orderText: '-1+1',
    reference: '@ref',
  },
  {
    ...base,
    key: 5,
    linkId: '5',
    customerName: "'=kept",
    orderText: '\t=tab',
    customerEmail: '＋full@width',
  },
  {
    ...base,
    key: 6,
    linkId: '6',
    status: 'paid',
    providerStatus: 'Paid',
    amount: { amountMinor: 5, currency: 'KWD' },
  },
  { ...base, key: 7, linkId: '7', status: 'closed', amount: { amountMinor: 1200, currency: 'JPY' } },
  {
    ...base,
    key: 8,
    linkId: '8',
    status: 'expired',
    amount: { amountMinor: 9_007_199_254_740_991, currency: 'USD' },
  },
  { ...base, key: 9, linkId: '9', customerName: '😀 ]]> --> ', orderText: '0012', url: ' leading space' },
  {
    key: 10,
    pending: true,
    conflict: false,
    connectionId: 'second, "other"',
    linkId: '10',
    reference: '',
    status: 'unknown',
    providerStatus: 'Refunded',
    checkedAt: 0,
  },
];

export const exportedAt = Date.UTC(2026, 10, 20, 15, 30);

export function specOf(changes: Partial<ExportSpec> = {}): ExportSpec {
  return {
    format: 'csv',
    scope: 'matching',
    selection: { mode: 'all' },
    filter: {},
    sort: [],
    columns: exportColumns,
    zone: 'Asia/Kuwait',
    amounts: 'major',
    language: 'en',
    csv: usualCsv,
    xml: { values: 'elements' },
    ...changes,
  };
}

/** A source over rows in memory, three to a page. */
export function sourceOf(rows: readonly LinkRow[]): RowSource {
  return {
    total: rows.length,
    *rows() {
      for (let start = 0; start < rows.length; start += 3)
        yield rows.slice(start, start + 3).map(toExportRow);
    },
    connections: [{ id: 'main', name: 'Main account' }],
  };
}
