import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Workbook, WorkbookWriter } from '@cj-tech-master/excelts';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRecord } from '../../../main/import/record-reader';
import { openFile } from '../../../main/import/open-file';
import { xlsxReader } from '../../../main/import/xlsx/xlsx-reader';
import { useLibreOffice, type LibreOffice } from '../../support/libreoffice/convert';
import { useTempFolders } from '../temp-folder';

const { signal } = new AbortController();

async function read(file: string): Promise<readonly ImportRecord[]> {
  const opened = await openFile(file);
  expect(opened.format).toBe('xlsx');
  const { shape } = await xlsxReader.look(opened.file, {}, signal);
  const records: ImportRecord[] = [];
  await xlsxReader.read(opened.file, shape, { signal, onRecord: (record) => void records.push(record) });
  return records;
}

const csv = [
  '"Invoice ID",Reference,Amount,Date,Expires,Note',
  '169996200023293942,"0012",1234.5,2026-12-31,2026-11-20 18:04:05,"  two',
  'lines, ""quoted"", _x000D_ 😀 مرحبا "',
  '"169996200023293942",00012,-0.005,2026-01-02,2026-03-04 00:00:00,=1+1',
].join('\n');

describe('workbooks that others wrote', () => {
  const tempFolder = useTempFolders();
  let office: LibreOffice;
  // It may have to be installed first.
  beforeAll(async () => void (office = await useLibreOffice()), 600_000);
  afterAll(() => office.dispose());

  async function fromLibreOffice(to: string): Promise<string> {
    const file = path.join(await tempFolder(), 'dashboard.csv');
    await writeFile(file, csv);
    // UTF-8, quoted cells are text, dates and numbers are recognised, formulas too.
    return office.convert(file, {
      to,
      from: 'CSV:44,34,76,1,,1033,true,true,false,false,false,0,true',
    });
  }

  it('are read as LibreOffice saved them: typed, and with the damage it did to ids', async () => {
    const records = await read(await fromLibreOffice('xlsx'));
    expect(records.map(({ cells }) => cells)).toEqual([
      ['Invoice ID', 'Reference', 'Amount', 'Date', 'Expires', 'Note'],
      [
        '1.69996200023294E+017',
        '0012',
        '1234.5',
        '2026-12-31',
        '2026-11-20T18:04:05',
        '  two\nlines, "quoted", _x000D_ 😀 مرحبا ',
      ],
      ['169996200023293942', '12', '-0.005', '2026-01-02', '2026-03-04T00:00:00', '2'],
    ]);
    expect(records[1]?.kinds).toEqual(['number', 'text', 'number', 'date', 'date', 'text']);
  });

  it('are not read in the format of old Excel, but with a code that says what to do', async () => {
    const file = await fromLibreOffice('xls');
    const { file: about, format } = await openFile(file);
    expect(format).toBe('xlsx');
    await expect(xlsxReader.look(about, {}, signal)).rejects.toMatchObject({ code: 'import/old-workbook' });
  });

  it('are not read without their password', async () => {
    const file = path.join(await tempFolder(), 'secret.xlsx');
    const sheets = [{ name: 'A', rows: [['id'], ['1']] }];
    await writeFile(file, await writeXlsx({ sheets, encryption: { password: 'x', spinCount: 10 } }));
    const { file: about } = await openFile(file);
    await expect(xlsxReader.look(about, {}, signal)).rejects.toMatchObject({
      code: 'import/password-protected',
    });
  });

  it('are read as other libraries write them, with shared texts or without, in one go or streamed', async () => {
    const folder = await tempFolder();
    const rows = [
      ['id', 'when', 'amount'],
      ['00017', new Date(Date.UTC(2026, 10, 20, 18, 4, 5)), 12.345],
      ['a_b é\n😀', new Date(Date.UTC(2030, 0, 1)), 0],
    ];
    const whole = new Workbook();
    whole.addWorksheet('One').addRows(rows);
    const files = ['whole', 'streamed', 'inline'].map((name) => path.join(folder, `${name}.xlsx`));
    await whole.xlsx.writeFile(files[0]!);
    for (const [index, useSharedStrings] of [true, false].entries()) {
      const streamed = new WorkbookWriter({ filename: files[index + 1]!, useStyles: true, useSharedStrings });
      const sheet = streamed.addWorksheet('One');
      for (const row of rows) sheet.addRow(row).commit();
      sheet.commit();
      await streamed.commit();
    }
    for (const file of files) {
      const cells = (await read(file)).map((record) => record.cells);
      expect(
        cells.map((row) => [row[0], row[1]?.slice(0, 10), row[2]]),
        file,
      ).toEqual([
        ['id', 'when', 'amount'],
        ['00017', '2026-11-20', '12.345'],
        ['a_b é\n😀', '2030-01-01', '0'],
      ]);
    }
  });
});
