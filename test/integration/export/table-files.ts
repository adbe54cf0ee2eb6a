import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { FileTask, WrittenFile } from '../../../main/export/write-pages';
import { restoreFormula } from '../../../main/files/formula';

export interface TableFile {
  readonly text: string;
  readonly headers: readonly string[];
  /** The rows by header, with the apostrophes of defused formulas as they are. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** Reads a CSV file as any reader does: the byte order mark goes, quotes go, nothing is typed. */
export async function readTable(target: string): Promise<TableFile> {
  const text = await readFile(target, 'utf8');
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { newline: '\r\n' });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const [headers = [], ...lines] = data.slice(0, -1);
  return {
    text,
    headers,
    rows: lines.map((line) =>
      Object.fromEntries(headers.map((header, index) => [header, line[index] ?? 'missing'])),
    ),
  };
}

/** A row with the apostrophes of defused formulas taken away. */
export function restored(row: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(row).map(([header, value]) => [header, restoreFormula(value)]));
}

/** Writes a file that nobody watches, and gives its rows back. */
export async function written<Rows extends { close(): void }>(
  source: Rows,
  write: (request: { readonly source: Rows } & FileTask) => Promise<WrittenFile>,
  target: string,
): Promise<WrittenFile> {
  const signal = new AbortController().signal;
  return write({ source, target, signal, onProgress: () => undefined }).finally(() => source.close());
}
