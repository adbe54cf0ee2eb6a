import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportColumns, usualCsv } from '#domain/export-spec';
import type { ExportFormat, ExportSpec } from '#domain/export-spec';
import type { ExportRow } from '#domain/export-row';
import type { RowSource } from '../../main/export/row-source';
import { runExport } from '../../main/export/run-export';
import { toExportRow } from '../support/to-export-row';
import { makeLinkRows } from './link-rows';

const PAGE_ROWS = 2_000;

/** What both sides of an export comparison share: the rows in memory, the same columns, and a folder to write to. */
export interface ExportSetup {
  readonly spec: ExportSpec;
  readonly pages: readonly (readonly ExportRow[])[];
  readonly source: RowSource;
  pathOf(side: string): string;
  /** Our whole export: values, format, hash, sums, synced and renamed file. */
  runOurs(): Promise<void>;
  dispose(): Promise<void>;
}

function specFor(format: ExportFormat): ExportSpec {
  return {
    format,
    scope: 'all',
    selection: { mode: 'all' },
    filter: {},
    sort: [],
    columns: exportColumns,
    zone: 'Asia/Kuwait',
    amounts: 'major',
    language: 'en',
    csv: usualCsv,
    xml: { values: 'elements' },
  };
}

export async function prepareExport(format: ExportFormat, count: number): Promise<ExportSetup> {
  const folder = await mkdtemp(path.join(tmpdir(), 'desk-bench-'));
  const rows = makeLinkRows(count).map(toExportRow);
  const pages = Array.from({ length: Math.ceil(count / PAGE_ROWS) }, (_, page) =>
    rows.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS),
  );
  const spec = specFor(format);
  const source: RowSource = {
    total: count,
    rows: () => pages,
    connections: [{ id: 'main', name: 'Main account' }],
  };
  const pathOf = (side: string) => path.join(folder, `${side}.${format}`);
  return {
    spec,
    pages,
    source,
    pathOf,
    runOurs: async () => {
      await runExport({
        spec,
        source,
        target: pathOf('ours'),
        now: Date.now(),
        version: '1.0.0',
        signal: new AbortController().signal,
        onProgress: () => undefined,
      });
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}
