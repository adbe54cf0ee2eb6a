import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportSpec } from '#domain/export-spec';
import { previewExport } from '../../../main/export/preview-export';
import { runExport } from '../../../main/export/run-export';
import { useTempFolders } from '../temp-folder';
import { exportedAt, nastyRows, sourceOf, specOf } from './nasty-rows';

const rows = nastyRows.slice(0, 2);

const requestFor = (spec: ExportSpec) => ({
  ...{ spec, source: sourceOf(rows), now: exportedAt, version: '1.0.0' },
  signal: new AbortController().signal,
});

async function writtenIn(folder: string, spec: ExportSpec): Promise<string> {
  const target = path.join(folder, `links.${spec.format}`);
  await runExport({ ...requestFor(spec), target, onProgress: () => undefined });
  return readFile(target, 'utf8');
}

describe('a preview of an export', () => {
  const tempFolder = useTempFolders();
  const written = async (spec: ExportSpec) => writtenIn(await tempFolder(), spec);

  it.each([
    specOf({ csv: { ...specOf().csv, bom: false } }),
    specOf({ csv: { delimiter: ';', quotes: 'all', lineEnd: 'lf', bom: false, decimal: ',' } }),
  ])('is what is written, of CSV whole', async (spec) => {
    expect(await previewExport(requestFor(spec))).toEqual({ kind: 'text', text: await written(spec) });
  });

  it('leaves out the mark that nobody sees', async () => {
    const text = await written(specOf());
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(await previewExport(requestFor(specOf()))).toEqual({ kind: 'text', text: text.slice(1) });
  });

  it('is what is written, of XML without its summary', async () => {
    const spec = specOf({ format: 'xml' });
    const text = await written(spec);
    const shown = await previewExport(requestFor(spec));
    expect(shown).toEqual({ kind: 'text', text: text.slice(0, text.indexOf('  <summary')) });
  });

  it.each(['xlsx', 'pdf'] as const)('shows the values of %s in the words of the file', async (format) => {
    const spec = specOf({ format, language: 'ar', columns: ['linkId', 'status', 'amount'] });
    const shown = await previewExport(requestFor(spec));
    expect(shown).toMatchObject({ kind: 'table', headers: ['معرّف الرابط', 'الحالة', 'المبلغ'] });
    expect(shown.kind === 'table' && shown.rows.map(([id]) => id)).toEqual(rows.map(({ linkId }) => linkId));
  });
});
