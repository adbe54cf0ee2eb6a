import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { useTempFolders } from '../temp-folder';
import { exportTo, partsOfFile } from './workbook-files';

const golden = path.join(import.meta.dirname, '../../fixtures/export');

// UPDATE_GOLDEN=1 writes the files anew: read the difference before you keep it.
const isUpdate = process.env['UPDATE_GOLDEN'] === '1';

/** All parts of a workbook as text, a row to a line; the library's theme is the same in every workbook. */
function asText(parts: ReadonlyMap<string, string>): string {
  return [...parts]
    .filter(([name]) => !name.includes('/theme/'))
    .map(
      ([name, text]) =>
        `=== ${name}\n${text.replaceAll('<row ', '\n<row ').replaceAll('</sheetData>', '\n</sheetData>')}\n`,
    )
    .join('\n');
}

describe('a workbook of nasty rows', () => {
  const tempFolder = useTempFolders();

  it.each([
    ['en', 'major'],
    ['ar', 'minor'],
  ] as const)('is written in %s as it always was, part for part', async (language, amounts) => {
    const name = `${language}.xlsx`;
    const target = path.join(await tempFolder(), name);
    await exportTo(target, { language, format: 'xlsx', amounts });
    const written = asText(await partsOfFile(target));
    const file = path.join(golden, `${name}.txt`);
    if (isUpdate) await writeFile(file, written);
    expect(written).toBe(await readFile(file, 'utf8'));
  });
});
