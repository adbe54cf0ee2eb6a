import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runExport } from '../../../main/export/run-export';
import { useTempFolders } from '../temp-folder';
import { exportedAt, nastyRows, sourceOf, specOf } from './nasty-rows';

const golden = path.join(import.meta.dirname, '../../fixtures/export');

// UPDATE_GOLDEN=1 writes the files anew: read the difference before you keep it.
const isUpdate = process.env['UPDATE_GOLDEN'] === '1';

describe('an export of nasty rows', () => {
  const tempFolder = useTempFolders();

  it.each([
    ['en', 'csv', 'major'],
    ['ar', 'csv', 'minor'],
    ['en', 'xml', 'major'],
    ['ar', 'xml', 'minor'],
  ] as const)('writes the %s %s file byte for byte', async (language, format, amounts) => {
    const name = `${language}.${format}`;
    const target = path.join(await tempFolder(), name);
    await runExport({
      spec: specOf({ language, format, amounts }),
      target,
      source: sourceOf(nastyRows),
      now: exportedAt,
      version: '1.0.0',
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    const written = await readFile(target);
    if (isUpdate) await writeFile(path.join(golden, name), written);
    expect(written.toString('utf8')).toBe(await readFile(path.join(golden, name), 'utf8'));
  });
});
