import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TextDecoder } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { CsvEncoding } from '#domain/import-reading';
import { inspectImport } from '../../../main/import/inspect-import';
import { textEncoding } from '../../../main/import/rejected/encode-text';
import { saveRejected } from '../../../main/import/rejected/save-rejected';
import { runImport } from '../../../main/import/run-import';
import { useTempFolders } from '../temp-folder';
import { createMemorySink, now, requestFor } from './import-files';

const { signal } = new AbortController();

async function specFor(file: string) {
  const { guessed, reading, questions } = await inspectImport({ path: file, asked: {} }, signal);
  return {
    spec: { connectionId: 'main', map: guessed, zone: 'Asia/Kuwait', exportedAt: now, reading },
    questions,
  };
}

describe('saved rejected rows', () => {
  const tempFolder = useTempFolders();

  async function save(name: string, content: Uint8Array | string, language: 'en' | 'ar') {
    const folder = await tempFolder();
    const file = path.join(folder, name);
    await writeFile(file, content);
    const { spec } = await specFor(file);
    const target = path.join(folder, `rejected-${name}`);
    const { rows } = await saveRejected({ path: file, spec, now, target, signal, language });
    return { rows, target, bytes: await readFile(target) };
  }

  const table = [
    'Invoice ID;العميل;Amount;Currency;Status;Expiry Date',
    '1;فاطمة الصباح;12.500;KWD;Open;2027-01-01',
    '2;عبدالله الكندري;x;KWD;Open;2027-01-01',
  ].join('\r\n');

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1256'] satisfies CsvEncoding[])(
    'keep the delimiter and the encoding %s of their file',
    async (encoding) => {
      const { mark, encode } = textEncoding(encoding);
      const saved = await save('links.csv', Buffer.concat([mark, encode(table)]), 'ar');
      const text = new TextDecoder(encoding, { fatal: true }).decode(saved.bytes);
      expect(text.split('\r\n')).toEqual([
        'Invoice ID;العميل;Amount;Currency;Status;Expiry Date;السبب',
        '2;عبدالله الكندري;x;KWD;Open;2027-01-01;السطر 3: تعذّرت قراءة المبلغ (x)',
        '',
      ]);
      expect([...saved.bytes.subarray(0, mark.length)]).toEqual([...mark]);
    },
  );

  it('are UTF-8 where the encoding of their file lacks the letters of the reasons', async () => {
    const content = textEncoding('windows-1252').encode(
      'Invoice ID;Customer;Amount;Currency;Status\n1;Jürgen Größe Zoë Renée Déjà Åsa Öberg;x;EUR;Open\n',
    );
    const arabic = await save('links.csv', content, 'ar');
    expect(arabic.bytes.toString('utf8')).toContain('Jürgen Größe');
    expect(arabic.bytes.toString('utf8')).toContain('تعذّرت قراءة المبلغ');
    const english = await save('links.csv', content, 'en');
    expect(english.bytes.toString('latin1')).toContain('Jürgen Größe');
  });

  it('of XML are XML with the same elements, and can be imported once they are mended', async () => {
    const rows = [
      '<Invoice id="1"><Customer><Name>A &amp; B</Name></Customer><Amount currency="KWD">1</Amount><Status>Open</Status></Invoice>',
      '<Invoice id="2"><Customer><Name>C "&lt;"</Name></Customer><Amount currency="KWD">x</Amount><Status>Paid</Status></Invoice>',
      '<Invoice id="3"><Customer><Name>D</Name></Customer><Amount currency="US&quot;D">1.5</Amount><Status>Paid</Status></Invoice>',
    ];
    const saved = await save('links.xml', `<Report><Invoices>${rows.join('')}</Invoices></Report>`, 'en');
    expect(saved.rows).toBe(2);
    const text = saved.bytes.toString('utf8');
    expect(text).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<Report><Invoices>',
        '  <Invoice id="2"><Customer><Name>C "&lt;"</Name></Customer><Amount currency="KWD">x</Amount><Status>Paid</Status><reason>Line 1: The amount cannot be read (x)</reason></Invoice>',
        '  <Invoice id="3"><Customer><Name>D</Name></Customer><Amount currency="US&quot;D">1.5</Amount><Status>Paid</Status><reason>Line 1: The currency is not an ISO 4217 code (US"D)</reason></Invoice>',
        '</Invoices></Report>',
        '',
      ].join('\n'),
    );
    const mended = path.join(await tempFolder(), 'mended.xml');
    await writeFile(mended, text.replace('>x<', '>7.250<').replace('US&quot;D', 'USD'));
    const { spec } = await specFor(mended);
    const sink = createMemorySink();
    const { rejectedCount } = await runImport(requestFor(mended, sink, { spec }));
    expect(rejectedCount).toBe(0);
    expect(sink.stored).toMatchObject([
      { linkId: '2', customerName: 'C "<"', amount: { amountMinor: 7_250, currency: 'KWD' } },
      { linkId: '3', customerName: 'D', amount: { amountMinor: 150, currency: 'USD' } },
    ]);
  });
});
