import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatWithOffset } from '#domain/expiry';
import { columnKinds, exportColumns, type ExportColumn, type ExportSpec } from '#domain/export-spec';
import { formatMinor } from '#domain/money';
import type { LinkRow } from '#domain/payment-link';
import { exportWording } from '../../../main/export/wording';
import { useLibreOffice, type LibreOffice } from '../../support/libreoffice/convert';
import { useTempFolders } from '../temp-folder';
import { nastyRows } from './nasty-rows';
import { exportTo } from './workbook-files';

type Asked = Pick<ExportSpec, 'language' | 'amounts'>;

const time = (at: number | undefined) => (at === undefined ? '' : formatWithOffset(at, 'Asia/Kuwait'));

/** A number as a spreadsheet writes it; one with more than 15 figures is text and stays as it is. */
function plainNumber(text: string): string {
  return text === '' || text.replace('.', '').length > 15 ? text : String(Number(text));
}

/** What LibreOffice must find in a cell, said without the code under test. */
function expectedValue(row: LinkRow, column: ExportColumn, { language, amounts }: Asked): string {
  switch (column) {
    case 'connection':
      return row.connectionId === 'main' ? 'Main account' : row.connectionId;
    case 'status':
      return exportWording[language].statuses[row.status];
    case 'amount': {
      if (row.amount === undefined) return '';
      const { amountMinor, currency } = row.amount;
      return plainNumber(amounts === 'minor' ? String(amountMinor) : formatMinor(amountMinor, currency));
    }
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

/** Its cells know no carriage return. */
const withItsLineEnds = (text: string) => text.replace(/\r\n?/g, '\n');

describe('LibreOffice', () => {
  const tempFolder = useTempFolders();
  let office: LibreOffice;
  // It may have to be installed first.
  beforeAll(async () => void (office = await useLibreOffice()), 600_000);
  afterAll(() => office.dispose());

  async function fileWith(changes: Partial<ExportSpec>): Promise<string> {
    const file = path.join(await tempFolder(), `links.${changes.format}`);
    await exportTo(file, changes);
    return file;
  }

  it.each([
    ['en', 'major'],
    ['ar', 'minor'],
  ] as const)('reads every cell of a workbook in %s with amounts in %s units', async (language, amounts) => {
    const [headers, ...rows] = await office.readSheet(
      await fileWith({ format: 'xlsx', language, amounts }),
      1,
    );
    const { headers: words, minorAmountHeader } = exportWording[language];
    expect(headers).toEqual(
      exportColumns.map((column) => {
        if (columnKinds[column] === 'instant') return `${words[column]} (Asia/Kuwait)`;
        return column === 'amount' && amounts === 'minor' ? minorAmountHeader : words[column];
      }),
    );
    const expected = nastyRows.map((row) =>
      exportColumns.map((column) => {
        const value = withItsLineEnds(expectedValue(row, column, { language, amounts }));
        // The sheet has the wall clock; which zone it is of stands in the header.
        return columnKinds[column] === 'instant' ? value.slice(0, 19).replace('T', ' ') : value;
      }),
    );
    expect(rows).toEqual(expected);
  });

  it('reads the summary of a workbook', async () => {
    const rows = await office.readSheet(await fileWith({ format: 'xlsx' }), 2);
    expect(rows).toContainEqual(['Rows', String(nastyRows.length), '', '']);
    expect(rows).toContainEqual(['Created at (Asia/Kuwait)', '2026-11-20 18:30:00', '', '']);
    expect(rows).toContainEqual(['', 'KWD', '7', '7407.005']);
    expect(rows).toContainEqual(['Closed', 'JPY', '1', '1200']);
  });

  it.each([
    ['en', 'major'],
    ['ar', 'minor'],
  ] as const)('reads every cell of a CSV file in %s with amounts in %s units', async (language, amounts) => {
    const [headers, ...rows] = await office.readCsv(await fileWith({ format: 'csv', language, amounts }));
    const { headers: words, minorAmountHeader } = exportWording[language];
    expect(headers).toEqual(
      exportColumns.map((column) =>
        column === 'amount' && amounts === 'minor' ? minorAmountHeader : words[column],
      ),
    );
    const formulas = new Set(['=HYPERLINK("http://x")', '-1+1', '@ref', "'=kept", '\t=tab', '＋full@width']);
    const expected = nastyRows.map((row) =>
      exportColumns.map((column) => {
        const exact = expectedValue(row, column, { language, amounts });
        // A number in CSV is a number whatever its length: with decimals LibreOffice keeps fifteen figures.
        const value =
          column === 'amount' && exact.includes('.') ? String(Number(Number(exact).toPrecision(15))) : exact;
        return withItsLineEnds(formulas.has(value) ? `'${value}` : value);
      }),
    );
    expect(rows).toEqual(expected);
  });
});
