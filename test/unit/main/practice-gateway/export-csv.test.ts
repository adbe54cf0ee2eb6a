import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { exportCsv } from '../../../../main/practice-gateway/export-csv';
import type { GatewayLink } from '../../../../main/practice-gateway/gateway-link';

const link: GatewayLink = {
  id: '150236490700089046',
  reference: 'INV-1',
  amountMinor: 1_234_500,
  currency: 'KWD',
  status: 'Open',
  createdAt: Date.parse('2026-11-20T21:30:00Z'),
  expiresAt: Date.parse('2026-12-31T20:59:59Z'),
  attempts: 0,
  customerName: 'سالم "S" الكندري',
  customerEmail: 'a@example.com',
  orderText: 'Chairs, two',
  url: 'https://sbcheckout.payfort.com/e44083f49b4f35e7',
};

const rowsOf = (text: string) => Papa.parse<string[]>(text, { skipEmptyLines: true }).data;

describe('exportCsv', () => {
  it('writes the columns of the dashboard with local times and major units', () => {
    expect(rowsOf(exportCsv([link, { ...link, currency: 'JPY', amountMinor: 500 }]))).toEqual([
      [
        'Invoice ID',
        'Merchant Reference',
        'Customer Email',
        'Amount',
        'Currency',
        'Status',
        'Date & Time',
        'Expiry Date',
      ],
      [
        '150236490700089046',
        'INV-1',
        'a@example.com',
        '1234.500',
        'KWD',
        'Open',
        '2026-11-21 00:30:00',
        '2026-12-31 23:59:59',
      ],
      expect.arrayContaining(['500', 'JPY']),
    ]);
  });

  it('adds quoted details and another zone when asked', () => {
    const [header, row] = rowsOf(exportCsv([link], { zone: 'UTC', withDetails: true }));
    expect(header?.slice(-2)).toEqual(['Customer Name', 'Order Description']);
    expect(row?.slice(-3)).toEqual(['2026-12-31 20:59:59', 'سالم "S" الكندري', 'Chairs, two']);
  });
});
