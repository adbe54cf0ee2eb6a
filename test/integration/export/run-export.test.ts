import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runExport } from '../../../main/export/run-export';
import type { ExportRequest } from '../../../main/export/run-export';
import { nodeDisk } from '../../../main/files/disk';
import type { Disk } from '../../../main/files/disk';
import { makeLinkRows } from '../../bench/link-rows';
import { toExportRow } from '../../support/to-export-row';
import { useTempFolders } from '../temp-folder';
import { exportedAt, nastyRows, sourceOf, specOf } from './nasty-rows';

/** A disk that is full after so many bytes. */
function diskWithRoomFor(bytes: number): Disk {
  return {
    ...nodeDisk,
    async create(file) {
      const real = await nodeDisk.create(file);
      let left = bytes;
      return {
        ...real,
        async writeAll(chunk) {
          left -= chunk.length;
          if (left < 0) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
          await real.writeAll(chunk);
        },
      };
    },
  };
}

describe('runExport', () => {
  const tempFolder = useTempFolders();

  const requestFor = (target: string, changes: Partial<ExportRequest> = {}): ExportRequest => ({
    spec: specOf(),
    target,
    source: sourceOf(nastyRows),
    now: exportedAt,
    version: '1.0.0',
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...changes,
  });

  /** A folder with an older export in it, which no failure may touch. */
  async function folderWithOldFile(): Promise<{
    folder: string;
    target: string;
    isUntouched: () => Promise<boolean>;
  }> {
    const folder = await tempFolder();
    const target = path.join(folder, 'links.csv');
    await writeFile(target, 'last month');
    return {
      folder,
      target,
      isUntouched: async () =>
        (await readFile(target, 'utf8')) === 'last month' && (await readdir(folder)).join() === 'links.csv',
    };
  }

  it('answers a receipt that proves the file', async () => {
    const { folder, target } = await folderWithOldFile();
    const receipt = await runExport(requestFor(target));
    const content = await readFile(target);
    expect(receipt).toEqual({
      rows: nastyRows.length,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      summaryFileName: 'links.csv.summary.json',
      summary: {
        rows: nastyRows.length,
        sums: [
          { currency: '', count: 1, totalMinor: '0' },
          { currency: 'JPY', count: 1, totalMinor: '1200' },
          { currency: 'KWD', count: 7, totalMinor: '7407005' },
          { currency: 'USD', count: 1, totalMinor: '9007199254740991' },
        ],
        byStatus: [
          { status: 'open', currency: 'KWD', count: 6, totalMinor: '7407000' },
          { status: 'paid', currency: 'KWD', count: 1, totalMinor: '5' },
          { status: 'closed', currency: 'JPY', count: 1, totalMinor: '1200' },
          { status: 'expired', currency: 'USD', count: 1, totalMinor: '9007199254740991' },
          { status: 'unknown', currency: '', count: 1, totalMinor: '0' },
        ],
        scope: 'matching',
        filterText: '',
        zone: 'Asia/Kuwait',
        oldestCheckedAt: 0,
        createdAt: exportedAt,
        version: '1.0.0',
        dataSha256: receipt.sha256,
        strippedCharacters: 0,
        defusedCells: 6,
      },
    });
    expect(await readdir(folder)).toEqual(['links.csv', 'links.csv.summary.json']);
  });

  it.runIf(process.platform !== 'win32')('makes a file that only its owner can read', async () => {
    const target = path.join(await tempFolder(), 'links.csv');
    await runExport(requestFor(target));
    expect((await stat(target)).mode & 0o777).toBe(0o600);
  });

  it('counts what XML cannot hold', async () => {
    const target = path.join(await tempFolder(), 'links.xml');
    const rows = nastyRows.map((row) => ({ ...row, customerName: 'a\u0001b\u0002c' }));
    const receipt = await runExport(
      requestFor(target, { spec: specOf({ format: 'xml' }), source: sourceOf(rows) }),
    );
    expect(receipt.summary.strippedCharacters).toBe(2 * rows.length);
    expect(await readFile(target, 'utf8')).toContain('<customerName>abc</customerName>');
  });

  it('tells its progress and lets other work run between pages', async () => {
    const target = path.join(await tempFolder(), 'links.csv');
    const told: number[] = [];
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const rows = makeLinkRows(3_000);
    const onProgress: ExportRequest['onProgress'] = ({ done, total }) => {
      expect(total).toBe(rows.length);
      told.push(done);
    };
    await runExport(requestFor(target, { source: sourceOf(rows), onProgress }));
    clearInterval(timer);
    expect(told.at(-1)).toBe(rows.length);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(turns).toBeGreaterThan(3);
  });

  it('prints the filter into the summary with the names of connections, but not for all links', async () => {
    const folder = await tempFolder();
    const filter = {
      connectionIds: ['main'],
      statuses: ['open'],
      expires: { kind: 'within-days', days: 7 },
    } as const;
    const textOf = async (scope: 'selected' | 'matching' | 'all') =>
      (await runExport(requestFor(path.join(folder, scope), { spec: specOf({ filter, scope }) }))).summary
        .filterText;
    const text = 'status:open connection:"Main account" expires:<7d';
    expect([await textOf('matching'), await textOf('selected'), await textOf('all')]).toEqual([
      text,
      text,
      '',
    ]);
  });

  it('refuses to write a file without rows', async () => {
    const { target, isUntouched } = await folderWithOldFile();
    await expect(runExport(requestFor(target, { source: sourceOf([]) }))).rejects.toMatchObject({
      code: 'export/no-rows',
    });
    expect(await isUntouched()).toBe(true);
  });

  it('fails loudly when a row is missing, and leaves the old file', async () => {
    const { target, isUntouched } = await folderWithOldFile();
    const source = { ...sourceOf(nastyRows), total: nastyRows.length + 1 };
    await expect(runExport(requestFor(target, { source }))).rejects.toMatchObject({
      code: 'store/result-closed',
    });
    expect(await isUntouched()).toBe(true);
  });

  it('leaves nothing behind when it is cancelled half way', async () => {
    const { target, isUntouched } = await folderWithOldFile();
    const controller = new AbortController();
    const source = {
      ...sourceOf(nastyRows),
      *rows() {
        yield nastyRows.slice(0, 3).map(toExportRow);
        controller.abort();
        yield nastyRows.slice(3, 6).map(toExportRow);
        throw new Error('read on after the cancel');
      },
    };
    const request = requestFor(target, { source, signal: controller.signal });
    await expect(runExport(request)).rejects.toMatchObject({ code: 'app/cancelled' });
    expect(await isUntouched()).toBe(true);
  });

  it('keeps the old file when it is cancelled while the new one is forced to the disk', async () => {
    const { target, isUntouched } = await folderWithOldFile();
    const controller = new AbortController();
    const disk: Disk = {
      ...nodeDisk,
      async create(file) {
        const real = await nodeDisk.create(file);
        return {
          ...real,
          async sync() {
            await real.sync();
            controller.abort();
          },
        };
      },
    };
    const request = requestFor(target, { disk, signal: controller.signal });
    await expect(runExport(request)).rejects.toMatchObject({ code: 'app/cancelled' });
    expect(await isUntouched()).toBe(true);
  });

  it('leaves nothing behind when the source fails half way', async () => {
    const { target, isUntouched } = await folderWithOldFile();
    const source = {
      ...sourceOf(nastyRows),
      *rows() {
        yield nastyRows.slice(0, 3).map(toExportRow);
        throw new Error('database is closed');
      },
    };
    await expect(runExport(requestFor(target, { source }))).rejects.toMatchObject({ code: 'app/unexpected' });
    expect(await isUntouched()).toBe(true);
  });

  it('keeps the old file when the disk is full', async () => {
    const { target, isUntouched } = await folderWithOldFile();
    const request = requestFor(target, { disk: diskWithRoomFor(1_000) });
    await expect(runExport(request)).rejects.toMatchObject({ code: 'file/disk-full' });
    expect(await isUntouched()).toBe(true);
  });

  it('keeps the old pair when the disk is full half way, and leaves no summary behind', async () => {
    const folder = await tempFolder();
    const target = path.join(folder, 'links.csv');
    await runExport(requestFor(target));
    const before = await Promise.all(
      (await readdir(folder)).map((name) => readFile(path.join(folder, name))),
    );
    const request = requestFor(target, { disk: diskWithRoomFor(1_000), spec: specOf({ language: 'ar' }) });
    await expect(runExport(request)).rejects.toMatchObject({ code: 'file/disk-full' });
    const after = await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name))));
    expect(after).toEqual(before);
  });

  it('does not replace a write-protected file', async () => {
    const { target, isUntouched } = await folderWithOldFile();
    await chmod(target, 0o444);
    await expect(runExport(requestFor(target))).rejects.toMatchObject({ code: 'file/read-only' });
    expect(await isUntouched()).toBe(true);
  });

  it('keeps the old file when the new one cannot be renamed over it', async () => {
    const { target, isUntouched } = await folderWithOldFile();
    const rename = () => Promise.reject(Object.assign(new Error('EBUSY: locked'), { code: 'EBUSY' }));
    const request = requestFor(target, { disk: { ...nodeDisk, rename } });
    await expect(runExport(request)).rejects.toMatchObject({ code: 'file/locked' });
    expect(await isUntouched()).toBe(true);
  });

  it('writes a file whose name is as long as names may be', async () => {
    const folder = await tempFolder();
    const target = path.join(folder, `${'ر'.repeat(125)}.csv`);
    await runExport(requestFor(target));
    const names = (await readdir(folder)).sort();
    expect(names).toHaveLength(2);
    expect(names).toContain(path.basename(target));
    expect(names.find((name) => name.endsWith('.summary.json'))).toMatch(/^ر{100,}\.summary\.json$/);
  });

  it('says that the folder is gone', async () => {
    const target = path.join(await tempFolder(), 'gone', 'links.csv');
    await expect(runExport(requestFor(target))).rejects.toMatchObject({ code: 'file/folder-gone' });
  });

  it('says that the folder is no folder', async () => {
    const { target } = await folderWithOldFile();
    const below = path.join(target, 'links.csv');
    await expect(runExport(requestFor(below))).rejects.toMatchObject({ code: 'file/folder-gone' });
  });

  it('does not replace a folder', async () => {
    const folder = await tempFolder();
    const target = path.join(folder, 'links.csv');
    await mkdir(path.join(target, 'kept'), { recursive: true });
    await expect(runExport(requestFor(target))).rejects.toMatchObject({ code: 'file/not-writable' });
    expect(await readdir(folder)).toEqual(['links.csv']);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says that the folder is read-only',
    async () => {
      const folder = path.join(await tempFolder(), 'locked');
      await mkdir(folder, { mode: 0o500 });
      const target = path.join(folder, 'links.csv');
      await expect(runExport(requestFor(target))).rejects.toMatchObject({ code: 'file/not-writable' });
    },
  );
});
