import { describe, expect, it } from 'vitest';
import type { ImportReading } from '#domain/import-reading';
import { inRepo } from '../../../build/scripts/lib/paths.mjs';
import { inspectImport } from '../../../main/import/inspect-import';
import { runImport } from '../../../main/import/run-import';
import { createMemorySink, now, requestFor } from './import-files';

const fixture = (name: string) => inRepo(`test/fixtures/import/${name}`);
const inspect = (name: string) =>
  inspectImport({ path: fixture(name), asked: {} }, new AbortController().signal);

/** Imports a file as it is guessed, with what the user answers. */
async function importFixture(name: string, answers: Partial<ImportReading> = {}) {
  const { guessed, reading } = await inspect(name);
  const sink = createMemorySink();
  const spec = {
    connectionId: 'main',
    map: guessed,
    zone: 'Asia/Kuwait',
    exportedAt: now,
    reading: { ...reading, ...answers },
  };
  const summary = await runImport(requestFor(fixture(name), sink, { spec }));
  return { stored: sink.stored, summary };
}

const ids = ['169996200023293942', '169996200023294011', '169996200023294187', '169996200023294263'];

describe('files as people have them', () => {
  it('reads an export of the APS dashboard without a question', async () => {
    expect(await inspect('aps-dashboard.csv')).toMatchObject({
      format: 'csv',
      reading: {
        headerRow: 0,
        csv: { encoding: 'utf-8', delimiter: ',' },
        dateOrder: 'ymd',
        decimal: '.',
        units: 'major',
      },
      questions: [],
    });
    const { stored } = await importFixture('aps-dashboard.csv');
    expect(stored.map(({ linkId, amount, status }) => [linkId, amount?.amountMinor, status])).toEqual([
      [ids[0], 12_500, 'open'],
      [ids[1], 1_250_000, 'paid'],
      [ids[2], 9_900, 'closed'],
      [ids[3], 100, 'unknown'],
    ]);
    expect(stored[0]).toMatchObject({
      createdAt: Date.UTC(2026, 10, 2, 6, 15),
      expiresAt: Date.UTC(2026, 11, 2, 20, 59, 59),
    });
  });

  it('reads Unicode text from Excel, and asks for the order of its dates', async () => {
    const seen = await inspect('excel-unicode.txt');
    expect(seen).toMatchObject({
      reading: { csv: { encoding: 'utf-16le', delimiter: '\t' }, decimal: '.' },
      questions: ['date-order'],
    });
    expect(seen.columns[6]?.examples).toEqual(['03/04/2026 6:04 PM', '04/05/2026 9:30 AM']);
    const days = await importFixture('excel-unicode.txt', { dateOrder: 'dmy' });
    expect(days.stored[0]).toMatchObject({
      linkId: ids[0],
      customerName: 'أحمد علي',
      amount: { amountMinor: 125_050, currency: 'USD' },
      createdAt: Date.UTC(2026, 3, 3, 15, 4),
      expiresAt: Date.UTC(2026, 5, 4, 21),
    });
    const months = await importFixture('excel-unicode.txt', { dateOrder: 'mdy' });
    expect(months.stored[0]?.createdAt).toBe(Date.UTC(2026, 2, 4, 15, 4));
  });

  it('reads Arabic in its Windows code page, with Arabic months and hours', async () => {
    expect(await inspect('arabic-1256.csv')).toMatchObject({
      reading: { csv: { encoding: 'windows-1256' }, dateOrder: 'dmy' },
      questions: [],
    });
    const { stored, summary } = await importFixture('arabic-1256.csv');
    expect(summary.rejected).toEqual([]);
    expect(stored[1]).toMatchObject({
      reference: 'فاتورة 2',
      customerName: 'عبدالله الكندري',
      status: 'paid',
      createdAt: Date.UTC(2026, 10, 15, 14, 20),
      expiresAt: Date.UTC(2027, 0, 15, 20, 59, 59),
    });
  });

  it('reads Western European text below a title, with decimal commas', async () => {
    expect(await inspect('european.csv')).toMatchObject({
      reading: {
        headerRow: 2,
        csv: { encoding: 'windows-1252', delimiter: ';' },
        dateOrder: 'dmy',
        decimal: ',',
        units: 'major',
      },
      questions: [],
    });
    const { stored, summary } = await importFixture('european.csv');
    expect(summary.rejected).toEqual([]);
    expect(stored.map(({ customerName, amount }) => [customerName, amount?.amountMinor])).toEqual([
      ['Jürgen Größe', 125_050],
      ['Zoë Müller', 750],
      ['Renée Déjà-Vu', 100_000],
    ]);
  });

  it('finds the rows of an XML file that is not ours', async () => {
    const seen = await inspect('invoices.xml');
    expect(seen).toMatchObject({ format: 'xml', questions: [] });
    expect(seen.headers).toEqual([
      'id',
      'Reference',
      'Customer/Name',
      'Customer/Email',
      'Amount',
      'Amount@currency',
      'Status',
      'ExpiryDate',
    ]);
    const { stored } = await importFixture('invoices.xml');
    expect(stored).toMatchObject([
      {
        linkId: ids[0],
        reference: 'INV-1',
        customerName: 'فاطمة الصباح',
        customerEmail: 'fatima@example.com',
        amount: { amountMinor: 12_500, currency: 'KWD' },
        expiresAt: Date.UTC(2027, 3, 3, 20, 59, 59),
      },
      { linkId: ids[1], reference: 'INV-2 <b>', amount: { amountMinor: 725, currency: 'USD' } },
    ]);
  });

  it('asks what a file leaves open, and reads it as answered', async () => {
    const seen = await inspect('open-questions.csv');
    expect(seen.reading.csv).toEqual({ encoding: 'utf-8', delimiter: '|' });
    expect(seen.questions).toEqual(['date-order', 'units']);
    const minor = await importFixture('open-questions.csv', { units: 'minor', dateOrder: 'mdy' });
    expect(minor.stored[0]).toMatchObject({
      amount: { amountMinor: 12_500, currency: 'KWD' },
      expiresAt: Date.UTC(2027, 2, 4, 20, 59, 59),
    });
    const major = await importFixture('open-questions.csv', { units: 'major', dateOrder: 'dmy' });
    expect(major.stored[0]?.amount?.amountMinor).toBe(12_500_000);
  });

  it('takes no id that a spreadsheet has damaged', async () => {
    const { stored, summary } = await importFixture('damaged-ids.csv');
    expect(stored).toEqual([]);
    expect(summary.rejected.map(({ problem, line }) => [problem, line])).toEqual([
      ['id-damaged', 2],
      ['id-damaged', 3],
      ['id-damaged', 4],
    ]);
  });
});
