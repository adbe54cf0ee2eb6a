import { describe, expect, it } from 'vitest';
import type { Disk } from '../../../../main/files/disk';
import { sweepStaleTemps } from '../../../../main/files/stale-temps';
import { makerOf, tempPathFor } from '../../../../main/files/temp-name';

const HOUR_MS = 3_600_000;

function diskWith(files: Map<string, number>): Disk {
  const unused = () => Promise.reject(new Error('not used here'));
  return {
    create: unused,
    rename: unused,
    syncFolder: unused,
    kindOf: unused,
    remove: (path) => Promise.resolve(void files.delete(path)),
    namesIn: (folder) => Promise.resolve([...files.keys()].map((file) => file.slice(folder.length + 1))),
    modifiedAt: (path) => Promise.resolve(files.get(path) ?? 0),
  };
}

describe('sweepStaleTemps', () => {
  it('removes only old temporary files of ours whose process is gone', async () => {
    const now = 100 * HOUR_MS;
    const old = now - 2 * HOUR_MS;
    const files = new Map([
      ['/out/.links.csv.41.pld0123456789ab.tmp', old],
      ['/out/.links.csv.42.pld0123456789ab.tmp', old],
      ['/out/.links.csv.41.pld0123456789cd.tmp', now - 1000],
      ['/out/.links.csv.41.0123456789ab.tmp', old],
      ['/out/links.csv', old],
    ]);
    await sweepStaleTemps('/out', { disk: diskWith(files), now, isRunning: (pid) => pid === 42 });
    expect([...files.keys()]).toEqual([
      '/out/.links.csv.42.pld0123456789ab.tmp',
      '/out/.links.csv.41.pld0123456789cd.tmp',
      '/out/.links.csv.41.0123456789ab.tmp',
      '/out/links.csv',
    ]);
  });

  it('does not mind a folder that cannot be listed', async () => {
    const disk = { ...diskWith(new Map()), namesIn: () => Promise.reject(new Error('gone')) };
    await expect(sweepStaleTemps('/gone', { disk, now: 0, isRunning: () => false })).resolves.toBeUndefined();
  });
});

describe('tempPathFor', () => {
  it('names a hidden file beside the target, told as ours by its name', () => {
    const temp = tempPathFor('/out/links.csv');
    expect(temp).toMatch(/^\/out\/\.links\.csv\.\d+\.pld[0-9a-f]{12}\.tmp$/);
    expect(makerOf(temp.slice('/out/'.length))).toBe(process.pid);
  });
});
