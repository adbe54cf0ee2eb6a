import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseString } from 'fast-csv';
import sax from 'sax';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { formatWithOffset } from '#domain/expiry';
import { exportColumns, usualCsv } from '#domain/export-spec';
import type { ExportColumn, ExportSpec } from '#domain/export-spec';
import { formatAmount } from '#domain/money';
import type { LinkRow } from '#domain/payment-link';
import { runExport } from '../../../main/export/run-export';
import { exportWording } from '../../../main/export/wording';
import { useTempFolders } from '../temp-folder';
import { exportedAt, nastyRows, sourceOf, specOf } from './nasty-rows';

const english = exportWording.en;

/** What a reader must find, said without the code under test. */
function expectedValue(row: LinkRow, column: ExportColumn): string {
  const time = (at: number | undefined) => (at === undefined ? '' : formatWithOffset(at, 'Asia/Kuwait'));
  switch (column) {
    case 'connection':
      return row.connectionId === 'main' ? 'Main account' : row.connectionId;
    case 'status':
      return english.statuses[row.status];
    case 'amount':
      return row.amount === undefined ? '' : formatAmount(row.amount);
    case 'currency':
      return row.amount?.currency ?? '';
    case 'createdAt':
    case 'expiresAt':
    case 'checkedAt':
      return time(row[column]);
    default:
      return String(row[column] ?? '');
  }
}

const expected = nastyRows.map((row) => exportColumns.map((column) => expectedValue(row, column)));

/** Texts of the fixture that a spreadsheet would run. */
const formulas = new Set(['=HYPERLINK("http://x")', '-1+1', '@ref', "'=kept", '\t=tab', '＋full@width']);

function parseCsv(text: string): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const rows: string[][] = [];
    parseString<string[], string[]>(text, { headers: false })
      .on('error', reject)
      .on('data', (row: string[]) => rows.push(row))
      .on('end', () => resolve(rows));
  });
}

interface XmlRead {
  root: Record<string, string>;
  rows: Record<string, string>[];
  codes: string[];
}

function parseXml(text: string): XmlRead {
  const read: XmlRead = { root: {}, rows: [], codes: [] };
  let value = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    value = '';
    if (name === 'paymentLinks') read.root = attributes;
    if (name === 'paymentLink') read.rows.push({});
    if (name === 'status') read.codes.push(attributes['code'] ?? '');
  });
  parser.on('text', (part) => {
    value += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name !== 'paymentLinks' && name !== 'paymentLink') read.rows.at(-1)![name] = value;
  });
  parser.write(text).close();
  return read;
}

describe('an exported file, read by another parser', () => {
  const tempFolder = useTempFolders();

  async function exported(changes: Partial<ExportSpec>, rows = nastyRows): Promise<string> {
    const target = path.join(await tempFolder(), 'links');
    const signal = new AbortController().signal;
    const source = sourceOf(rows);
    await runExport({
      spec: specOf(changes),
      target,
      source,
      now: exportedAt,
      version: '1.0.0',
      signal,
      onProgress: () => undefined,
    });
    return readFile(target, 'utf8');
  }

  it('has every value in CSV, formulas defused and nothing else touched', async () => {
    const [headers, ...rows] = await parseCsv((await exported({ format: 'csv' })).slice(1));
    expect(headers).toEqual(exportColumns.map((column) => english.headers[column]));
    const defused = expected.map((row) => row.map((value) => (formulas.has(value) ? `'${value}` : value)));
    expect(rows).toEqual(defused);
  });

  it('ends every CSV line with CR LF and starts with a mark only if asked', async () => {
    const text = await exported({
      format: 'csv',
      columns: ['linkId', 'amount'],
      csv: { ...usualCsv, bom: false },
    });
    expect(text.split('\r\n')).toHaveLength(nastyRows.length + 2);
    expect(text.startsWith('"Payment link ID",Amount\r\n"169996200023293942",1234.500\r\n')).toBe(true);
    expect((await exported({ format: 'csv' })).startsWith('\ufeff"Connection"')).toBe(true);
  });

  it('keeps an empty cell that is alone in its line', async () => {
    const text = await exported(
      { format: 'csv', columns: ['attempts'], csv: { ...usualCsv, bom: false } },
      nastyRows.slice(-1),
    );
    expect(text).toBe('"Attempts"\r\n""\r\n');
  });

  it('has every value in XML', async () => {
    const { root, rows, codes } = parseXml(await exported({ format: 'xml' }));
    expect(root).toEqual({
      createdAt: '2026-11-20T18:30:00+03:00',
      zone: 'Asia/Kuwait',
      amounts: 'major',
      language: 'en',
      rows: String(nastyRows.length),
    });
    expect(rows.map((row) => exportColumns.map((column) => row[column]))).toEqual(expected);
    expect(codes).toEqual(nastyRows.map(({ status }) => status));
  });

  it('has every value in attributes too, as yet another parser reads them', async () => {
    const text = await exported({ format: 'xml', xml: { values: 'attributes' } });
    const rows: Record<string, string>[] = [];
    const parser = sax.parser(true);
    parser.onerror = (error) => {
      throw error;
    };
    parser.onopentag = ({ name, attributes }) => {
      if (name === 'paymentLink') rows.push(attributes as Record<string, string>);
    };
    parser.write(text).close();
    expect(rows.map((row) => exportColumns.map((column) => row[column]))).toEqual(expected);
    expect(rows.map((row) => row['statusCode'])).toEqual(nastyRows.map(({ status }) => status));
  });

  it('has only the chosen columns, in the chosen order', async () => {
    const columns = ['currency', 'linkId'] as const;
    const { rows } = parseXml(await exported({ format: 'xml', columns }));
    expect(Object.keys(rows[0]!)).toEqual(columns);
    const [headers] = await parseCsv((await exported({ format: 'csv', columns })).slice(1));
    expect(headers).toEqual(['Currency', 'Payment link ID']);
  });
});
