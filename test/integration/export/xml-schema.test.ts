import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportColumns, xmlValues, type ExportColumn, type ExportSpec } from '#domain/export-spec';
import { inRepo } from '../../../build/scripts/lib/paths.mjs';
import { runExport } from '../../../main/export/run-export';
import { useTempFolders } from '../temp-folder';
import { exportedAt, nastyRows, sourceOf, specOf } from './nasty-rows';

const run = promisify(execFile);
const schema = inRepo('assets/payment-links.xsd');

async function complaintsOf(file: string): Promise<string> {
  return run('xmllint', ['--noout', '--schema', schema, file]).then(
    () => '',
    (failure: unknown) => String(failure),
  );
}

// xmllint is a part of Linux distributions and of macOS.
describe.skipIf(process.platform === 'win32')('an XML file', () => {
  const tempFolder = useTempFolders();

  async function exported(changes: Partial<ExportSpec>): Promise<string> {
    const target = path.join(await tempFolder(), 'links.xml');
    await runExport({
      spec: specOf({ format: 'xml', ...changes }),
      target,
      source: sourceOf(nastyRows),
      now: exportedAt,
      version: '1.0.0',
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    return target;
  }

  it.each(
    xmlValues.flatMap((values) =>
      (['en', 'ar'] as const).flatMap((language) =>
        (['major', 'minor'] as const).map((amounts) => [values, language, amounts] as const),
      ),
    ),
  )('with %s in %s and %s units is valid', async (values, language, amounts) => {
    const filter = { words: ['a&b <c> "d" \u0001'], statuses: ['open'] } as const;
    expect(await complaintsOf(await exported({ xml: { values }, language, amounts, filter }))).toBe('');
  });

  it('is valid with any columns in any order', async () => {
    const columns = fc.shuffledSubarray<ExportColumn>([...exportColumns], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(columns, fc.constantFrom(...xmlValues), async (chosen, values) => {
        expect(await complaintsOf(await exported({ columns: chosen, xml: { values } }))).toBe('');
      }),
      { numRuns: 25 },
    );
  });

  it('is not valid with a value that is none', async () => {
    const file = await exported({});
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('<amount>1234.500</amount>', '<amount>1,234.500</amount>'));
    expect(await complaintsOf(file)).toContain('amount');
  });

  it('has the SHA-256 of all lines before its summary, as a command finds it', async () => {
    const file = await exported({});
    const text = await readFile(file, 'utf8');
    const { stdout } = await run('sed', ['/^  <summary/,$d', file], { encoding: 'buffer' });
    const sha256 = createHash('sha256').update(stdout).digest('hex');
    expect(text).toContain(`dataSha256="${sha256}"`);
  });
});
