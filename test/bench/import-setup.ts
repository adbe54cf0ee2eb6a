import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportColumns, usualCsv } from '#domain/export-spec';
import { runExport } from '../../main/export/run-export';
import { toExportRow } from '../support/to-export-row';
import { sampleConnections, sampleLinks } from './link-data/sample-link';

const PAGE_ROWS = 2_000;

export interface ImportFile {
  readonly file: string;
  dispose(): Promise<void>;
}

/** A file of our own with all columns of the sample links; with a folder it is kept there for later runs. */
export async function prepareImport(
  format: 'csv' | 'xml',
  rows: number,
  folder: string | undefined,
): Promise<ImportFile> {
  const made = folder === undefined ? await mkdtemp(path.join(tmpdir(), 'desk-bench-')) : undefined;
  const home = made ?? path.resolve(folder ?? '');
  await mkdir(home, { recursive: true });
  const file = path.join(home, `import-${rows}.${format}`);
  if (!existsSync(file)) await write(format, rows, file);
  return {
    file,
    dispose: () => (made === undefined ? Promise.resolve() : rm(made, { recursive: true, force: true })),
  };
}

async function write(format: 'csv' | 'xml', rows: number, target: string): Promise<void> {
  await runExport({
    spec: {
      ...{ format, scope: 'all', selection: { mode: 'all' }, filter: {}, sort: [], columns: exportColumns },
      ...{
        zone: 'Asia/Kuwait',
        amounts: 'major',
        language: 'en',
        csv: usualCsv,
        xml: { values: 'elements' },
      },
    },
    source: {
      total: rows,
      connections: sampleConnections,
      *rows() {
        for (let from = 0; from < rows; from += PAGE_ROWS) {
          yield sampleLinks(from, Math.min(from + PAGE_ROWS, rows)).map(toExportRow);
        }
      },
    },
    target,
    version: '1.0.0',
    now: Date.now(),
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}
