import { readFile } from 'node:fs/promises';
import type { ExportSpec } from '#domain/export-spec';
import type { LinkRow } from '#domain/payment-link';
import { createOutput } from '../../../main/export/export-output';
import { createSheet } from '../../../main/export/export-sheet';
import { runExport } from '../../../main/export/run-export';
import { createXlsxWriter } from '../../../main/export/xlsx/write-xlsx';
import { bytesOf } from '../../../main/files/zip/byte-source';
import { zipContent } from '../../../main/files/zip/zip-content';
import { readZipDirectory } from '../../../main/files/zip/zip-directory';
import { exportedAt, nastyRows, sourceOf, specOf } from './nasty-rows';

const { signal } = new AbortController();
const work = { version: '1.0.0', now: exportedAt, signal, onProgress: () => undefined };

/** Exports rows with the whole pipeline. */
export function exportTo(target: string, changes: Partial<ExportSpec>, rows: readonly LinkRow[] = nastyRows) {
  return runExport({ ...work, spec: specOf(changes), target, source: sourceOf(rows) });
}

/** A workbook in memory whose sheets hold so many rows at most. */
export async function workbookOf(
  rows: readonly LinkRow[],
  maxRows: number,
  changes: Partial<ExportSpec> = {},
) {
  const chunks: Uint8Array[] = [];
  const output = createOutput((bytes) => {
    chunks.push(Uint8Array.from(bytes));
    return Promise.resolve();
  });
  const sheet = createSheet({
    ...work,
    spec: specOf({ format: 'xlsx', ...changes }),
    source: sourceOf(rows),
  });
  const summary = await createXlsxWriter(maxRows).fill(sheet, output);
  return { bytes: Buffer.concat(chunks), summary };
}

/** The parts of a workbook by name, in their order. */
export async function partsOf(archive: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const source = bytesOf(archive);
  const parts = new Map<string, string>();
  for (const entry of (await readZipDirectory(source)).values()) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of zipContent(source, entry)) chunks.push(chunk);
    parts.set(entry.name, Buffer.concat(chunks).toString('utf8'));
  }
  return parts;
}

export const partsOfFile = async (file: string) => partsOf(await readFile(file));
