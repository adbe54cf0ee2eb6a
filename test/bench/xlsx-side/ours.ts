import { exportColumns, usualCsv } from '#domain/export-spec';
import type { ExportRow } from '#domain/export-row';
import { runExport } from '../../../main/export/run-export';
import { xlsxReader } from '../../../main/import/xlsx/xlsx-reader';
import { toExportRow } from '../../support/to-export-row';
import { eachLinkRow } from '../link-rows';

const PAGE_ROWS = 2_000;
const { signal } = new AbortController();

/** Pages as the store hands them over: made when they are asked for, kept by nobody. */
function* pagesOf(rows: number): Generator<readonly ExportRow[], void> {
  let page: ExportRow[] = [];
  for (const row of eachLinkRow(rows)) {
    page.push(toExportRow(row));
    if (page.length < PAGE_ROWS) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** Writes a workbook with our whole export: typed cells, hash, summary, synced and renamed file. */
export async function writeOurs(target: string, rows: number): Promise<void> {
  await runExport({
    spec: {
      format: 'xlsx',
      scope: 'all',
      filter: {},
      columns: exportColumns,
      zone: 'Asia/Kuwait',
      amounts: 'major',
      language: 'en',
      csv: usualCsv,
      xml: { values: 'elements' },
    },
    source: { total: rows, rows: () => pagesOf(rows), connections: [{ id: 'main', name: 'Main account' }] },
    target,
    version: '1.0.0',
    now: Date.now(),
    signal,
    onProgress: () => undefined,
  });
}

/** Reads the first sheet of a workbook and answers how many cells are not empty. */
export async function readOurs(path: string): Promise<number> {
  let cells = 0;
  const file = { path, sizeBytes: 0, modifiedAt: 0 };
  const { shape } = await xlsxReader.look(file, {}, signal);
  await xlsxReader.read(file, shape, {
    signal,
    onRecord: (record) => {
      for (const cell of record.cells) if (cell !== '') cells += 1;
      return undefined;
    },
  });
  return cells;
}
