import { describe, expect, it } from 'vitest';
import type { ImportSpec } from '#domain/import-map';
import type { ImportReading } from '#domain/import-reading';
import { createRowParser } from '../../../../main/import/parse-row';
import type { RowContext } from '../../../../main/import/parse-row';

const now = Date.UTC(2026, 10, 20, 12);
const reading: ImportReading = { headerRow: 0, dateOrder: 'ymd', decimal: '.', units: 'major' };
const spec: ImportSpec = {
  connectionId: 'main',
  map: {
    linkId: 0,
    reference: 1,
    customerEmail: 2,
    amount: 3,
    currency: 4,
    status: 5,
    createdAt: 6,
    expiresAt: 7,
    customerName: 8,
  },
  zone: 'Asia/Kuwait',
  exportedAt: Date.UTC(2026, 10, 20, 9),
  reading,
};
const context: RowContext = { spec, now, columns: 9, idsRounded: false, isDefused: true, isOurs: false };
const good = [
  '169996200023293942',
  'INV-0001',
  'ali@example.com',
  '1,234.500',
  ' kwd',
  'Open',
  '2026-11-01 10:00:00',
  '2026-12-01 23:59:59',
  'أحمد',
];

function parse(changes: Readonly<Record<number, string>> = {}, other: Partial<RowContext> = {}) {
  const cells = good.map((cell, index) => changes[index] ?? cell);
  return createRowParser({ ...context, ...other })({ cells });
}

describe('createRowParser', () => {
  it('reads a row of the dashboard export', () => {
    expect(parse()).toEqual({
      ok: true,
      link: {
        connectionId: 'main',
        linkId: '169996200023293942',
        reference: 'INV-0001',
        customerEmail: 'ali@example.com',
        customerName: 'أحمد',
        amount: { amountMinor: 1_234_500, currency: 'KWD' },
        status: 'open',
        providerStatus: 'Open',
        createdAt: Date.UTC(2026, 10, 1, 7),
        expiresAt: Date.UTC(2026, 11, 1, 20, 59, 59),
        checkedAt: spec.exportedAt,
      },
    });
  });

  it('never counts a row as checked in the future, where no later check could correct it', () => {
    const tomorrow = { ...spec, exportedAt: now + 86_400_000 };
    expect(parse({}, { spec: tomorrow })).toMatchObject({ link: { checkedAt: now } });
  });

  it('leaves out what the row does not tell', () => {
    const parsed = parse({ 1: '', 2: '', 6: '', 7: ' ', 8: '' });
    expect(parsed.ok && Object.keys(parsed.link).sort()).toEqual([
      'amount',
      'checkedAt',
      'connectionId',
      'linkId',
      'providerStatus',
      'reference',
      'status',
    ]);
  });

  it.each([
    ['Paid', 'paid', 'Paid'],
    [' closed ', 'closed', 'closed'],
    ['Refunded', 'unknown', 'Refunded'],
    ['مدفوع', 'paid', 'Paid'],
  ])('reads status %j as %s and keeps the word', (word, status, providerStatus) => {
    const parsed = parse({ 5: word });
    expect(parsed.ok && parsed.link).toMatchObject({ status, providerStatus });
  });

  it('takes an open link whose expiry has passed for expired', () => {
    const parsed = parse({ 7: '2026-11-20 14:59:59' });
    expect(parsed.ok && parsed.link.status).toBe('expired');
  });

  it('takes the apostrophe before a formula away', () => {
    const parsed = parse({ 8: "'=1+1" });
    expect(parsed.ok && parsed.link.customerName).toBe('=1+1');
  });

  it.each([
    [{ 0: '' }, 'id-missing', 'linkId'],
    [{ 0: '1.69996E+17' }, 'id-damaged', 'linkId'],
    [{ 3: '12,5' }, 'amount-unreadable', 'amount'],
    [{ 3: '--5' }, 'amount-unreadable', 'amount'],
    [{ 3: '' }, 'amount-unreadable', 'amount'],
    [{ 3: '1.2345' }, 'amount-too-precise', 'amount'],
    [{ 4: 'KD' }, 'currency-unknown', 'currency'],
    [{ 5: ' ' }, 'status-missing', 'status'],
    [{ 6: '2026-02-31 10:00:00' }, 'date-unreadable', 'createdAt'],
    [{ 7: 'soon' }, 'date-unreadable', 'expiresAt'],
  ])('refuses %j as %s', (changes, problem, field) => {
    const parsed = parse(changes);
    expect(!parsed.ok && parsed.rejection).toMatchObject({ problem, field });
  });

  it('shows the offending text, cut to 80 characters', () => {
    const parsed = parse({ 7: 'x'.repeat(500) });
    expect(!parsed.ok && parsed.rejection.text).toBe('x'.repeat(80));
  });

  it('refuses rows that do not fit the header', () => {
    const parser = createRowParser(context);
    const read = (cells: readonly string[]) => parser({ cells });
    const short = read(good.slice(0, 5));
    expect(!short.ok && short.rejection.problem).toBe('columns-missing');
    const shifted = read([...good, 'more']);
    expect(!shifted.ok && shifted.rejection.problem).toBe('columns-missing');
    expect(read(good.slice(0, 6)).ok).toBe(true);
    expect(read([...good, '', '']).ok).toBe(true);
  });
});
