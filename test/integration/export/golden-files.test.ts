import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportSpec } from '#domain/export-spec';
import type { LinkRow } from '#domain/payment-link';
import { runExport } from '../../../main/export/run-export';
import { useTempFolders } from '../temp-folder';
import { exportedAt, nastyRows, sourceOf, specOf } from './nasty-rows';

const golden = path.join(import.meta.dirname, '../../fixtures/export');

// UPDATE_GOLDEN=1 writes the files anew: read the difference before you keep it.
const isUpdate = process.env['UPDATE_GOLDEN'] === '1';

const [base] = nastyRows;
/** What CSV keeps and XML cannot, and amounts below zero. */
const forbiddenRow: LinkRow = {
  ...base!,
  key: 11,
  linkId: '11',
  reference: 'nul\u0000 bell\u0007 half\ud800 \uffff',
  customerName: 'tab\there "quoted" \'single\'',
  amount: { amountMinor: -1_005, currency: 'KWD' },
};

interface Golden extends Partial<ExportSpec> {
  readonly name: string;
  readonly rows?: readonly LinkRow[];
}

const filter = {
  words: ['<a> & "b"'],
  statuses: ['open', 'paid'],
  expires: { kind: 'within-days', days: 7 },
} as const;
const all = [...nastyRows, forbiddenRow];

const goldenFiles: readonly Golden[] = [
  { name: 'en.csv', language: 'en' },
  { name: 'ar.csv', language: 'ar', amounts: 'minor' },
  { name: 'en.xml', language: 'en', format: 'xml' },
  { name: 'ar.xml', language: 'ar', format: 'xml', amounts: 'minor' },
  {
    name: 'en-attributes.xml',
    language: 'en',
    format: 'xml',
    xml: { values: 'attributes' },
    filter,
    rows: all,
  },
  { name: 'ar-attributes.xml', language: 'ar', format: 'xml', xml: { values: 'attributes' }, rows: all },
  {
    ...{ name: 'en-continental.csv', language: 'en', filter, rows: all },
    csv: { delimiter: ';', quotes: 'needed', lineEnd: 'lf', bom: false, decimal: ',' },
  },
  {
    ...{ name: 'ar-tabs.csv', language: 'ar', scope: 'selected', rows: all },
    csv: { delimiter: '\t', quotes: 'all', lineEnd: 'crlf', bom: true, decimal: '.' },
  },
];

describe('an export of nasty rows', () => {
  const tempFolder = useTempFolders();

  async function expectGolden(folder: string, name: string): Promise<void> {
    const written = await readFile(path.join(folder, name));
    if (isUpdate) await writeFile(path.join(golden, name), written);
    expect(written.toString('utf8')).toBe(await readFile(path.join(golden, name), 'utf8'));
  }

  it.each(goldenFiles)(
    'writes $name byte for byte, with its summary',
    async ({ name, rows = nastyRows, ...changes }) => {
      const folder = await tempFolder();
      await runExport({
        spec: specOf(changes),
        target: path.join(folder, name),
        source: sourceOf(rows),
        now: exportedAt,
        version: '1.0.0',
        signal: new AbortController().signal,
        onProgress: () => undefined,
      });
      for (const file of (await readdir(folder)).sort()) await expectGolden(folder, file);
    },
  );
});
