import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseString } from 'fast-csv';
import { describe, expect, it } from 'vitest';
import { inspectImport } from '../../../main/import/inspect-import';
import { saveRejected } from '../../../main/import/rejected/save-rejected';
import { useTempFolders } from '../temp-folder';
import { dashboardHeader, dashboardLine, dashboardSpec, now, writeCsv } from './import-files';

function parseCsv(text: string, delimiter: string): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const rows: string[][] = [];
    parseString<string[], string[]>(text, { headers: false, delimiter })
      .on('error', reject)
      .on('data', (row: string[]) => rows.push(row))
      .on('end', () => resolve(rows));
  });
}

describe('saveRejected', () => {
  const tempFolder = useTempFolders();

  async function save(content: string) {
    const folder = await tempFolder();
    const file = await writeCsv(folder, content);
    const target = path.join(folder, 'rejected.csv');
    const signal = new AbortController().signal;
    const { reading } = await inspectImport({ path: file, asked: {} }, signal);
    const saved = saveRejected({
      path: file,
      spec: { ...dashboardSpec, reading },
      now,
      target,
      signal,
      language: 'en',
    });
    return { saved, target, folder };
  }

  it('writes the rejected rows as they stand in the file, with the reason', async () => {
    const { saved, target } = await save(
      [
        dashboardHeader,
        dashboardLine('1'),
        dashboardLine('2', { amount: '-1.5x', reference: '=1+1' }),
        dashboardLine('1'),
        '3,only',
        `${dashboardLine('4')},beyond`,
      ].join('\n'),
    );
    expect(await saved).toEqual({ rows: 4 });
    const text = await readFile(target, 'utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    const rest = ['ali@example.com', '12.500', 'KWD', 'Open', '2026-11-01 10:00:00', '2026-12-01 10:00:00'];
    expect(await parseCsv(text.slice(1), ',')).toEqual([
      [...dashboardHeader.split(','), 'Reason'],
      ['2', "'=1+1", rest[0], "'-1.5x", ...rest.slice(2), 'Line 3: The amount cannot be read (-1.5x)'],
      ['1', 'REF-1', ...rest, 'Line 4: The id stands in an earlier row already (1)'],
      ['3', 'only', '', '', '', '', '', '', 'Line 5: The row does not fit the columns of the header'],
      ['4', 'REF-4', ...rest, 'Line 6: The row does not fit the columns of the header', 'beyond'],
    ]);
  });

  it('keeps text that is defused already as it stands, so that it means the same when it is imported again', async () => {
    const { saved, target } = await save(
      [dashboardHeader, dashboardLine('1', { amount: 'x', reference: "'=1+1" })].join('\n'),
    );
    await saved;
    const [, row] = await parseCsv((await readFile(target, 'utf8')).slice(1), ',');
    expect(row?.[1]).toBe("'=1+1");
  });

  it('keeps the delimiter of the file', async () => {
    const lines = [dashboardHeader, dashboardLine('1', { amount: 'x' })];
    const { saved, target } = await save(lines.join('\n').replaceAll(',', ';'));
    await saved;
    const rows = await parseCsv((await readFile(target, 'utf8')).slice(1), ';');
    expect(rows.map((row) => row.length)).toEqual([9, 9]);
  });

  it('writes no file when every row is good', async () => {
    const { saved, folder } = await save([dashboardHeader, dashboardLine('1')].join('\n'));
    await expect(saved).rejects.toMatchObject({ code: 'export/no-rows' });
    expect(await readdir(folder)).toEqual(['invoices.csv']);
  });
});
