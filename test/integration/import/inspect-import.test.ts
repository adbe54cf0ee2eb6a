import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectImport } from '../../../main/import/inspect-import';
import type { FileShape } from '#domain/import-reading';
import { useTempFolders } from '../temp-folder';
import { dashboardHeader, dashboardLine, dashboardSpec, writeCsv } from './import-files';

describe('inspectImport', () => {
  const tempFolder = useTempFolders();
  const inspect = (path: string, asked: Partial<FileShape> = {}) =>
    inspectImport({ path, asked }, new AbortController().signal);

  it('shows the header, the first rows and what the columns seem to be', async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => dashboardLine(`${index}`));
    const text = [` ${dashboardHeader} `, ...lines].join('\n');
    const preview = await inspect(await writeCsv(await tempFolder(), `\ufeff${text}`));
    expect(preview.headers).toEqual(dashboardHeader.split(','));
    expect(preview.sample).toEqual(lines.slice(0, 10).map((line) => line.split(',')));
    expect(preview.guessed).toEqual(dashboardSpec.map);
    expect(preview.sizeBytes).toBe(Buffer.byteLength(text) + 3);
    expect(Math.abs(Date.now() - preview.modifiedAt)).toBeLessThan(60_000);
  });

  it('cuts long cells', async () => {
    const preview = await inspect(await writeCsv(await tempFolder(), `a,b\n${'x'.repeat(5_000)},1\n`));
    expect(preview.sample).toEqual([['x'.repeat(200), '1']]);
  });

  it('takes a file of a header alone', async () => {
    const preview = await inspect(await writeCsv(await tempFolder(), dashboardHeader));
    expect(preview.headers).toHaveLength(8);
    expect(preview.sample).toEqual([]);
  });

  it('says what is wrong with a file it cannot read', async () => {
    const folder = await tempFolder();
    await expect(inspect(path.join(folder, 'gone.csv'))).rejects.toMatchObject({
      code: 'file/not-found',
    });
    await expect(inspect(folder)).rejects.toMatchObject({ code: 'import/unreadable' });
    await expect(inspect(await writeCsv(folder, '\n\n'))).rejects.toMatchObject({
      code: 'import/unreadable',
    });
  });
});
