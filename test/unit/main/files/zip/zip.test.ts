import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../../../../main/files/zip/byte-source';
import { zipContent } from '../../../../../main/files/zip/zip-content';
import { readZipDirectory } from '../../../../../main/files/zip/zip-directory';
import { makeZip } from '../../../../support/workbooks/make-zip';

async function unpacked(archive: Uint8Array, name: string): Promise<Buffer> {
  const source = bytesOf(archive);
  const entry = (await readZipDirectory(source)).get(name);
  if (entry === undefined) throw new Error(`no ${name}`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipContent(source, entry)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The archive with some bytes changed, counted from the first place where `mark` stands. */
function changed(archive: Buffer, mark: string | Buffer, offset: number, bytes: readonly number[]): Buffer {
  const copy = Buffer.from(archive);
  copy.set(bytes, copy.indexOf(mark) + offset);
  return copy;
}

const directoryEnd = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const directoryHeader = Buffer.from([0x50, 0x4b, 0x01, 0x02]);

describe('an archive of ours', () => {
  it('gives back what was packed, under names that do not heed case', async () => {
    const archive = await makeZip({ 'a.txt': 'alpha', 'Folder/B.txt': '', 'ع.txt': 'مرحبا' });
    expect((await unpacked(archive, 'a.txt')).toString()).toBe('alpha');
    expect((await unpacked(archive, 'folder/b.txt')).toString()).toBe('');
    expect((await unpacked(archive, 'ع.txt')).toString()).toBe('مرحبا');
  });

  it('gives back any bytes of any length', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300_000 }), async (bytes) => {
        expect(await unpacked(await makeZip({ x: bytes }), 'x')).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 30 },
    );
  });

  it('is the same whenever it is written', async () => {
    expect(await makeZip({ a: 'one' })).toEqual(await makeZip({ a: 'one' }));
  });
});

describe('reading an archive', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('a,b,c\n'.repeat(100))],
  ])('refuses %s', async (_what, bytes) => {
    await expect(readZipDirectory(bytesOf(bytes))).rejects.toMatchObject({
      code: 'import/unreadable',
      details: { reason: 'not-zip' },
    });
  });

  it('refuses an archive that was cut at any place', async () => {
    const archive = await makeZip({ a: 'alpha'.repeat(50), b: 'beta' });
    for (let length = 0; length < archive.length; length += 1) {
      const cut = archive.subarray(0, length);
      await expect(readZipDirectory(bytesOf(cut)), `at ${length}`).rejects.toMatchObject({
        code: 'import/unreadable',
      });
    }
  });

  it('notices content that was changed', async () => {
    const archive = await makeZip({
      a: Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * at) % 251)),
    });
    const copy = changed(archive, 'a', 200, [archive[archive.indexOf('a') + 200]! ^ 0xff]);
    await expect(unpacked(copy, 'a')).rejects.toMatchObject({
      code: 'import/unreadable',
      details: { reason: 'damaged' },
    });
  });

  it('notices content that is not what its checksum says', async () => {
    const archive = changed(await makeZip({ a: 'alpha' }), directoryHeader, 16, [1, 2, 3, 4]);
    await expect(unpacked(archive, 'a')).rejects.toMatchObject({
      code: 'import/unreadable',
      details: { reason: 'damaged' },
    });
  });

  it('refuses an entry that names a file twice', async () => {
    const archive = await makeZip({ aaaa: 'one', bbbb: 'two' });
    const at = archive.lastIndexOf('bbbb');
    const twice = Buffer.from(archive);
    twice.write('AAAA', at);
    await expect(readZipDirectory(bytesOf(twice))).rejects.toMatchObject({ code: 'import/unreadable' });
  });

  it('refuses an encrypted entry', async () => {
    const archive = changed(await makeZip({ a: 'one' }), directoryHeader, 8, [0x09]);
    await expect(readZipDirectory(bytesOf(archive))).rejects.toMatchObject({
      code: 'import/password-protected',
    });
  });

  it('refuses more entries than a workbook has', async () => {
    const archive = changed(await makeZip({ a: 'one' }), directoryEnd, 10, [0x01, 0x10]);
    await expect(readZipDirectory(bytesOf(archive))).rejects.toMatchObject({
      code: 'import/expands-too-much',
      details: { reason: 'entries' },
    });
  });

  it('stops unpacking what grows beyond measure', async () => {
    const bomb = await makeZip({ a: Buffer.alloc(64 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await expect(unpacked(bomb, 'a')).rejects.toMatchObject({
      code: 'import/expands-too-much',
      details: { reason: 'ratio' },
    });
  });

  it('lets a small file be as repetitive as it likes', async () => {
    expect(await unpacked(await makeZip({ a: Buffer.alloc(3 * 1024 * 1024) }), 'a')).toHaveLength(
      3 * 1024 * 1024,
    );
  });
});
