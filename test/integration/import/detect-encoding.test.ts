import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../../main/import/csv/detect-encoding';
import { textEncoding } from '../../../main/import/rejected/encode-text';
import { useTempFolders } from '../temp-folder';
import { writeCsv } from './import-files';

describe('detectEncoding', () => {
  const tempFolder = useTempFolders();

  async function detect(content: Uint8Array) {
    const file = await writeCsv(await tempFolder(), content);
    return detectEncoding(file, content.subarray(0, 65_536), new AbortController().signal);
  }

  const arabic = 'الرقم,العميل\n1,فاطمة الصباح\n2,عبدالله الكندري\n';
  const western = 'Nummer,Kunde\n1,Jürgen Größe\n2,Zoë Müller\n3,Renée Déjà\n4,Åsa Öberg\n';

  it.each([
    ['utf-8', Buffer.from(arabic)],
    ['utf-8', Buffer.from(`\ufeff${arabic}`)],
    ['utf-8', Buffer.from('id,name\n1,Ali\n')],
    ['utf-16le', Buffer.from(`\ufeff${arabic}`, 'utf16le')],
    ['utf-16le', Buffer.from('id,name\n1,Ali\n', 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${arabic}`, 'utf16le').swap16()],
    ['utf-16be', Buffer.from('id,name\n1,Ali\n', 'utf16le').swap16()],
    ['windows-1256', textEncoding('windows-1256').encode(arabic)],
    ['windows-1252', textEncoding('windows-1252').encode(western)],
  ])('is certain of %s', async (encoding, content) => {
    expect(await detect(content)).toEqual({ encoding, isCertain: true });
  });

  it('looks at the whole file: one letter near its end tells', async () => {
    const plain = 'id,name\n'.repeat(200_000);
    const end = textEncoding('windows-1256').encode('فاطمة الصباح');
    expect(await detect(Buffer.concat([Buffer.from(plain), end]))).toEqual({
      encoding: 'windows-1256',
      isCertain: true,
    });
    // Arabic letters of two bytes fall on the border of two reads somewhere.
    expect(await detect(Buffer.from(`x${'ع'.repeat(400_000)}`))).toEqual({
      encoding: 'utf-8',
      isCertain: true,
    });
  });

  it.each([
    ['a few letters', textEncoding('windows-1252').encode('id,name\n1,José\n')],
    ['letters of both kinds', textEncoding('windows-1256').encode('محمد,Éàèéç Québec Référé Déjà\n')],
  ])('is not certain by %s', async (_, content) => {
    expect((await detect(content)).isCertain).toBe(false);
  });
});
