import type { ExportPreview } from '#contract/export';
import { createCellTexts } from './cell-texts';
import { csvWriter } from './csv/write-csv';
import type { ExportOutput } from './export-output';
import { createSheet, type ExportSheet, type SheetRequest } from './export-sheet';
import type { ExportWriter } from './export-writer';
import { headerOf } from './wording';
import { xmlWriter } from './xml/write-xml';

/** More than anybody looks at; two links with long texts stay below. */
const mostCharacters = 20_000;

/** Shows how a file of a few rows begins: of text formats what their own writer writes, of the others the values that go in. */
export async function previewExport(request: Omit<SheetRequest, 'onProgress'>): Promise<ExportPreview> {
  const sheet = createSheet({ ...request, onProgress: () => undefined });
  switch (sheet.spec.format) {
    case 'csv':
      return { kind: 'text', text: await textOf(sheet, csvWriter) };
    case 'xml':
      return { kind: 'text', text: await textOf(sheet, xmlWriter) };
    case 'xlsx':
    case 'pdf':
      return { kind: 'table', ...(await tableOf(sheet)) };
  }
}

/** What a writer writes of its data. What follows once it asks for the hash ties the file out, and there is no file here. */
async function textOf(sheet: ExportSheet, { fill }: ExportWriter): Promise<string> {
  let text = '';
  let isData = true;
  const output: ExportOutput = {
    add: (added) => {
      if (isData) text += added;
    },
    drain: () => Promise.resolve(),
    write: () => Promise.reject(new Error('A text format writes text.')),
    sha256: () => {
      isData = false;
      return Promise.resolve('');
    },
  };
  await fill(sheet, output);
  // The mark has no looks; the screen says whether it is there.
  return text.replace(/^\ufeff/, '').slice(0, mostCharacters);
}

async function tableOf({ spec, connectionName, pages }: ExportSheet) {
  const texts = createCellTexts(spec, connectionName);
  const rows: string[][] = [];
  for await (const page of pages)
    for (const row of page) rows.push(spec.columns.map((column) => texts[column](row)));
  return { headers: spec.columns.map((column) => headerOf(column, spec)), rows };
}
