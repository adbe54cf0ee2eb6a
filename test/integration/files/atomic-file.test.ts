import { chmod, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeAtomically } from '../../../main/files/atomic-file';
import { nodeDisk, type Disk } from '../../../main/files/disk';
import { useTempFolders } from '../temp-folder';

const failure = (code: string) => Object.assign(new Error(code), { code });

describe('a file and the one beside it', () => {
  const tempFolder = useTempFolders();

  /** A folder with the pair of last month, or without it. */
  async function folderWith(old: readonly string[]) {
    const folder = await tempFolder();
    for (const name of old) await writeFile(path.join(folder, name), `old ${name}`);
    const contents = async () => {
      const names = (await readdir(folder)).sort();
      return Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
    };
    const write = (disk: Disk = nodeDisk, signal = new AbortController().signal) =>
      writeAtomically({
        target: path.join(folder, 'a'),
        beside: { target: path.join(folder, 'b'), text: (answer: number) => `summary of ${answer}` },
        fill: async (bytes) => {
          await bytes(Buffer.from('new a'));
          return 7;
        },
        signal,
        disk,
      });
    return { folder, contents, write };
  }

  it.each([[[]], [['a']], [['a', 'b']], [['b']]])('appear together where %j was before', async (old) => {
    const { contents, write } = await folderWith(old);
    expect(await write()).toBe(7);
    expect(await contents()).toEqual(['new a', 'summary of 7']);
  });

  it.each([
    ['a', 'EBUSY'],
    ['a', 'EPERM'],
    ['a', 'EACCES'],
    ['b', 'EBUSY'],
    ['b', 'EPERM'],
  ])('are as they were when %s is held with %s', async (held, code) => {
    for (const old of [[], ['a', 'b']]) {
      const { folder, contents, write } = await folderWith(old);
      const before = await contents();
      const place = path.join(folder, held);
      // As Windows has it: what a program holds can neither be replaced nor moved away.
      const rename: Disk['rename'] = (from, to) =>
        from === place || to === place ? Promise.reject(failure(code)) : nodeDisk.rename(from, to);
      await expect(write({ ...nodeDisk, rename })).rejects.toMatchObject({
        code: 'file/locked',
        details: { reason: code },
      });
      expect(await contents()).toEqual(before);
    }
  });

  it('is tried again for a moment when it is held', async () => {
    const { contents, write } = await folderWith(['a', 'b']);
    let refusals = 2;
    const rename: Disk['rename'] = (from, to) =>
      path.basename(to) === 'a' && refusals-- > 0
        ? Promise.reject(failure('EBUSY'))
        : nodeDisk.rename(from, to);
    await write({ ...nodeDisk, rename });
    expect(await contents()).toEqual(['new a', 'summary of 7']);
  });

  it('are as they were when the disk is full at the last byte of the summary', async () => {
    const { contents, write } = await folderWith(['a', 'b']);
    let files = 0;
    const create: Disk['create'] = async (file) => {
      const real = await nodeDisk.create(file);
      files += 1;
      return files === 2 ? { ...real, sync: () => Promise.reject(failure('ENOSPC')) } : real;
    };
    await expect(write({ ...nodeDisk, create })).rejects.toMatchObject({ code: 'file/disk-full' });
    expect(await contents()).toEqual(['old a', 'old b']);
  });

  it.each(['a', 'b'])('are refused before anything is written when %s is write-protected', async (name) => {
    const { folder, contents, write } = await folderWith(['a', 'b']);
    await chmod(path.join(folder, name), 0o444);
    let files = 0;
    const create: Disk['create'] = (file) => {
      files += 1;
      return nodeDisk.create(file);
    };
    await expect(write({ ...nodeDisk, create })).rejects.toMatchObject({ code: 'file/read-only' });
    expect(files).toBe(0);
    expect(await contents()).toEqual(['old a', 'old b']);
    await chmod(path.join(folder, name), 0o644);
  });

  it('a file large enough to be flushed on the way is whole, or not there', async () => {
    const folder = await tempFolder();
    const target = path.join(folder, 'large');
    const chunks = [1, 2, 3, 4, 5].map((byte) => Buffer.alloc(1 << 24, byte));
    const write = (last: () => void) =>
      writeAtomically({
        target,
        fill: async (bytes) => {
          for (const chunk of chunks) await bytes(chunk);
          last();
        },
        signal: new AbortController().signal,
      });
    await expect(
      write(() => {
        throw failure('EIO');
      }),
    ).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
    await write(() => undefined);
    expect(Buffer.concat(chunks).equals(await readFile(target))).toBe(true);
  });
});
