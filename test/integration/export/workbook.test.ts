import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import type { Worksheet } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { exportColumns, type ExportColumn } from '#domain/export-spec';
import { formatMinor } from '#domain/money';
import type { LinkRow } from '#domain/payment-link';
import { runExport } from '../../../main/export/run-export';
import { exportWording } from '../../../main/export/wording';
import { nodeDisk, type Disk } from '../../../main/files/disk';
import type { ImportRecord } from '../../../main/import/record-reader';
import { xlsxReader } from '../../../main/import/xlsx/xlsx-reader';
import { useTempFolders } from '../temp-folder';
import { exportedAt, nastyRows, sourceOf, specOf } from './nasty-rows';
import { exportTo, partsOf, workbookOf } from './workbook-files';

const KUWAIT_MS = 3 * 3_600_000;
const { signal } = new AbortController();

/** What another reader must find in a cell, said without the code under test. */
function expectedValue(row: LinkRow, column: ExportColumn): unknown {
  const { statuses } = exportWording.en;
  switch (column) {
    case 'connection':
      return row.connectionId === 'main' ? 'Main account' : row.connectionId;
    case 'status':
      return statuses[row.status];
    case 'amount': {
      if (row.amount === undefined) return null;
      const text = formatMinor(row.amount.amountMinor, row.amount.currency);
      return text.replace('.', '').length > 15 ? text : Number(text);
    }
    case 'currency':
      return row.amount?.currency ?? null;
    case 'createdAt':
    case 'expiresAt':
    case 'checkedAt':
      return row[column] === undefined ? null : new Date(row[column] + KUWAIT_MS);
    default:
      return row[column] === '' ? null : (row[column] ?? null);
  }
}

function cellsOf(sheet: Worksheet, rows: number): unknown[][] {
  return Array.from({ length: rows }, (_, row) =>
    exportColumns.map((_column, column) => sheet.getCell(row + 2, column + 1).value ?? null),
  );
}

describe('a workbook, read by another library', () => {
  const tempFolder = useTempFolders();

  async function opened(changes: Parameters<typeof exportTo>[1]): Promise<Workbook> {
    const file = path.join(await tempFolder(), 'links.xlsx');
    await exportTo(file, { format: 'xlsx', ...changes });
    const workbook = new Workbook();
    await workbook.xlsx.readFile(file);
    return workbook;
  }

  const sheetOf = (workbook: Workbook, name: string): Worksheet => {
    const sheet = workbook.getWorksheet(name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    return sheet;
  };

  it('has every value in its type: ids and formulas are text, amounts numbers, dates dates', async () => {
    const sheet = sheetOf(await opened({}), 'Payment links');
    const expected = nastyRows.map((row) => exportColumns.map((column) => expectedValue(row, column)));
    expect(cellsOf(sheet, nastyRows.length)).toEqual(expected);
    expect(sheet.rowCount).toBe(nastyRows.length + 1);
  });

  it('shows amounts with the decimals of their currency and dates with their time', async () => {
    const sheet = sheetOf(await opened({}), 'Payment links');
    const formatAt = (row: number, column: ExportColumn) =>
      sheet.getCell(row + 1, exportColumns.indexOf(column) + 1).numFmt;
    expect([1, 7].map((row) => formatAt(row, 'amount'))).toEqual(['#,##0.000', '#,##0']);
    expect(formatAt(1, 'expiresAt')).toBe('yyyy-mm-dd hh:mm:ss');
    expect([formatAt(1, 'linkId'), formatAt(4, 'customerName')]).toEqual(['@', '@']);
  });

  it('writes minor units as whole numbers', async () => {
    const sheet = sheetOf(await opened({ amounts: 'minor' }), 'Payment links');
    const cell = sheet.getCell(2, exportColumns.indexOf('amount') + 1);
    expect([cell.value, cell.numFmt]).toEqual([1_234_500, '0']);
  });

  it.each([
    ['en', 'Payment links', 'Summary', false],
    ['ar', 'روابط الدفع', 'الملخص', true],
  ] as const)(
    'has its header frozen and filtered, and runs in the direction of %s',
    async (language, links, summary, rtl) => {
      const workbook = await opened({ language });
      const sheet = sheetOf(workbook, links);
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(Boolean(sheet.views[0]?.rightToLeft)).toBe(rtl);
      expect(Boolean(sheetOf(workbook, summary).views[0]?.rightToLeft)).toBe(rtl);
      expect(sheet.autoFilter).toBe(`A1:O${nastyRows.length + 1}`);
      expect(sheet.getColumn(1).width).toBeGreaterThan(10);
      expect(sheet.getCell('K1').value).toBe(`${exportWording[language].headers.createdAt} (Asia/Kuwait)`);
    },
  );

  it('has a sheet that ties it to its links', async () => {
    const sheet = sheetOf(await opened({ scope: 'matching', filter: { statuses: ['open'] } }), 'Summary');
    const rows: unknown[][] = [];
    sheet.eachRow((row) => void rows.push([1, 2, 3, 4].map((column) => row.getCell(column).value ?? null)));
    expect(rows).toContainEqual(['Rows', nastyRows.length, null, null]);
    expect(rows).toContainEqual(['Filter', 'status:open', null, null]);
    expect(rows).toContainEqual(['Created at (Asia/Kuwait)', new Date(exportedAt + KUWAIT_MS), null, null]);
    expect(rows).toContainEqual([null, 'KWD', 7, 7407.005]);
    expect(rows).toContainEqual(['Closed', 'JPY', 1, 1200]);
    expect(rows).toContainEqual(['Unknown', 'No amount', 1, null]);
  });
});

describe('a workbook with more rows than a sheet takes', () => {
  const tempFolder = useTempFolders();

  it('goes on in further sheets, each with its header, and ends with the summary', async () => {
    const { bytes, summary } = await workbookOf(nastyRows, 4);
    const workbook = new Workbook();
    await workbook.xlsx.load(bytes);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      ...['Payment links', 'Payment links 2', 'Payment links 3', 'Summary'],
    ]);
    const ids = workbook.worksheets
      .slice(0, 3)
      .flatMap((sheet) =>
        Array.from({ length: sheet.rowCount - 1 }, (_, row) => sheet.getCell(row + 2, 2).value),
      );
    expect(ids).toEqual(nastyRows.map(({ linkId }) => linkId));
    expect(
      workbook.worksheets.slice(0, 3).map((sheet) => [sheet.getCell('B1').value, sheet.autoFilter]),
    ).toEqual([
      ['Payment link ID', 'A1:O5'],
      ['Payment link ID', 'A1:O5'],
      ['Payment link ID', 'A1:O3'],
    ]);
    expect(summary.rows).toBe(nastyRows.length);
  });

  it('has no empty sheet where the rows fill the last one', async () => {
    const parts = await partsOf((await workbookOf(nastyRows.slice(0, 8), 4)).bytes);
    expect([...parts.keys()].filter((name) => name.startsWith('xl/worksheets/'))).toHaveLength(3);
  });

  it('tells the SHA-256 of its sheets of links, one after the other', async () => {
    const { bytes, summary } = await workbookOf(nastyRows, 4);
    const parts = await partsOf(bytes);
    const hash = createHash('sha256');
    for (const sheet of [1, 2, 3]) hash.update(parts.get(`xl/worksheets/sheet${sheet}.xml`) ?? '');
    expect(summary.dataSha256).toBe(hash.digest('hex'));
    expect(parts.get('xl/worksheets/sheet4.xml')).toContain(summary.dataSha256);
  });

  it('counts what it had to leave out and to cut', async () => {
    const row = { ...nastyRows[0]!, customerName: 'a\0b\u0007', orderText: 'x'.repeat(40_000) };
    const { summary } = await workbookOf([row], 4);
    expect(summary).toMatchObject({ strippedCharacters: 2, cutCells: 1, defusedCells: 0 });
  });

  it('is read by our own importer', async () => {
    const file = path.join(await tempFolder(), 'links.xlsx');
    await writeFile(file, (await workbookOf(nastyRows, 100, { language: 'ar' })).bytes);
    const about = { path: file, sizeBytes: 0, modifiedAt: 0 };
    const seen = await xlsxReader.look(about, {}, signal);
    expect(seen.sheets).toEqual(['روابط الدفع', 'الملخص']);
    const records: ImportRecord[] = [];
    await xlsxReader.read(about, seen.shape, { signal, onRecord: (record) => void records.push(record) });
    expect(records).toHaveLength(nastyRows.length + 1);
    expect(records[1]?.cells[exportColumns.indexOf('createdAt')]).toBe('2026-10-01T09:30:00+03:00');
  });
});

describe('a workbook that cannot be finished', () => {
  const tempFolder = useTempFolders();

  it('leaves nothing behind when it is cancelled on the way', async () => {
    const folder = await tempFolder();
    const target = path.join(folder, 'links.xlsx');
    const control = new AbortController();
    const work = { version: '1.0.0', now: exportedAt, signal: control.signal, target };
    const spec = specOf({ format: 'xlsx' });
    const running = runExport({
      ...work,
      spec,
      source: sourceOf(nastyRows),
      onProgress: () => control.abort(),
    });
    await expect(running).rejects.toMatchObject({ code: 'app/cancelled' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says so when the disk is full, and leaves the older file as it was', async () => {
    const folder = await tempFolder();
    const target = path.join(folder, 'links.xlsx');
    await writeFile(target, 'older');
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    const disk: Disk = {
      ...nodeDisk,
      create: async (file) => ({ ...(await nodeDisk.create(file)), writeAll: () => Promise.reject(full) }),
    };
    const work = { version: '1.0.0', now: exportedAt, signal, target, disk, onProgress: () => undefined };
    const running = runExport({ ...work, spec: specOf({ format: 'xlsx' }), source: sourceOf(nastyRows) });
    await expect(running).rejects.toMatchObject({ code: 'file/disk-full' });
    expect(await readdir(folder)).toEqual(['links.xlsx']);
    expect(await readFile(target, 'utf8')).toBe('older');
  });
});
