import { readFileSync } from 'node:fs';
import { parseString } from 'fast-csv';
import { SaxesParser } from 'saxes';

/** Reads an exported CSV with a parser that had no part in writing it: one record per row, keyed by header. */
export async function readExportedCsv(file: string): Promise<Record<string, string>[]> {
  const text = readFileSync(file, 'utf8');
  if (!text.startsWith('\ufeff')) throw new Error('The file has no byte order mark.');
  const rows: Record<string, string>[] = [];
  await new Promise((resolve, reject) => {
    parseString(text.slice(1), { headers: true })
      .on('data', (row: Record<string, string>) => rows.push(row))
      .on('end', resolve)
      .on('error', reject);
  });
  return rows;
}

/** Reads an exported XML file strictly: one record per `paymentLink`, keyed by element name. */
export function readExportedXml(file: string): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  let field = '';
  let isInLink = false;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    if (name === 'paymentLink') {
      rows.push({});
      isInLink = true;
    } else if (isInLink) {
      field = name;
    }
  });
  parser.on('text', (text) => {
    const row = rows.at(-1);
    if (row !== undefined && field !== '') row[field] = (row[field] ?? '') + text;
  });
  parser.on('closetag', ({ name }) => {
    field = '';
    // The summary comes behind the last link.
    if (name === 'paymentLink') isInLink = false;
  });
  parser.write(readFileSync(file, 'utf8')).close();
  return rows;
}
