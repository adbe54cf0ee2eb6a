import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import sax from 'sax';
import { inferSchema, initParser, type Parser } from 'udsv';
import { exportColumns } from '#domain/export-spec';
import { guessImportMap } from '#domain/import-map';
import type { ImportSpec } from '#domain/import-map';
import type { PaymentLink } from '#domain/payment-link';
import { parseMinor } from '#domain/money';
import { inspectImport } from '../../../main/import/inspect-import';
import { openFile } from '../../../main/import/open-file';
import { readerOf } from '../../../main/import/record-readers';
import { runImport } from '../../../main/import/run-import';
import { openStore, type OpenStore } from '../../../main/store/open-store';
import { createStagedLinks } from '../../../main/store/staged-links';
import { createLinkWriter } from '../../../main/store/upsert-links';
import { WriteTurns } from '../../../main/store/write-turns';
import { keyHex } from '../link-data/link-file';
import { sampleConnections } from '../link-data/sample-link';

/** What a side works on: a file to read, and one for a new link cache. */
export interface SideFiles {
  readonly file: string;
  readonly cache: string;
}

/** Every side answers how many rows it read, or stored. */
export type Side = (files: SideFiles) => Promise<number>;

const { signal } = new AbortController();

/** Our reading of records alone: cells as text, limits, line numbers. */
async function readOurs({ file: path }: SideFiles): Promise<number> {
  const { file, format } = await openFile(path);
  const { shape } = await readerOf(format).look(file, {}, signal);
  let records = 0;
  await readerOf(format).read(file, shape, {
    signal,
    onRecord: () => {
      records += 1;
      return undefined;
    },
  });
  return records - 1;
}

async function readCsvParse({ file }: SideFiles): Promise<number> {
  let records = 0;
  // Typed as a stream of anything; without options for objects it gives lists of cells.
  const rows: AsyncIterable<readonly string[]> = createReadStream(file).pipe(parse({ bom: true }));
  for await (const cells of rows) if (cells.length > 0) records += 1;
  return records - 1;
}

/** Feeds a CSV file to uDSV chunk by chunk, as its manual shows it. */
async function feedUdsv(file: string, onRow: (cells: readonly string[]) => void): Promise<number> {
  let parser: Parser | undefined;
  let rows = 0;
  const texts: AsyncIterable<string> = createReadStream(file, {
    encoding: 'utf8',
    highWaterMark: 256 * 1024,
  });
  for await (const text of texts) {
    parser ??= initParser(inferSchema(text));
    parser.chunk<string[]>(text, parser.stringArrs, (row) => {
      rows += 1;
      onRow(row);
    });
  }
  parser?.end();
  return rows;
}

const readUdsv: Side = ({ file }) => feedUdsv(file, () => undefined);

async function readSax({ file }: SideFiles): Promise<number> {
  const parser = sax.createStream(true);
  let rows = 0;
  let text = '';
  let cells: string[] = [];
  parser.on('opentag', ({ name }) => {
    if (name === 'paymentLink') cells = [];
    text = '';
  });
  parser.on('text', (part) => (text += part));
  parser.on('closetag', (name) => {
    if (name === 'paymentLink' && cells.length === exportColumns.length) rows += 1;
    cells.push(text);
  });
  await new Promise<void>((resolve, reject) => {
    createReadStream(file).pipe(parser).on('end', resolve).on('error', reject);
  });
  return rows;
}

function newStore(cache: string): OpenStore {
  const store = openStore({ file: cache, keyHex, actor: 'bench' });
  for (const connection of sampleConnections) store.methods.saveConnection({ connection });
  return store;
}

/** The whole import: detection, validation of every row, then one transaction. */
async function importOurs({ file, cache }: SideFiles): Promise<number> {
  const store = newStore(cache);
  try {
    const { guessed, reading } = await inspectImport({ path: file, asked: {} }, signal);
    const spec: ImportSpec = { connectionId: 'shop', map: guessed, zone: 'UTC', exportedAt: 0, reading };
    const { added } = await runImport({
      path: file,
      spec,
      now: Date.now(),
      signal,
      sink: createStagedLinks(store, new WriteTurns()),
      onProgress: () => undefined,
    });
    return added;
  } finally {
    store.close();
  }
}

const BATCH = 2_000;
const decimals = { KWD: 3, SAR: 2, USD: 2 } as const;

/** The least that makes a link of a row of our own export: nothing is checked. */
function linkOf(cells: readonly string[], map: Readonly<Record<string, number>>): PaymentLink {
  const cell = (field: string) => cells[map[field] ?? -1] ?? '';
  const currency = cell('currency') as keyof typeof decimals;
  const minor = cell('amount').replace('.', '').padEnd(decimals[currency], '0');
  return {
    connectionId: 'shop',
    linkId: cell('linkId'),
    reference: cell('reference'),
    status: cell('status').toLowerCase() as PaymentLink['status'],
    providerStatus: cell('providerStatus'),
    amount: parseMinor(minor, currency) ?? { amountMinor: 0, currency },
    customerName: cell('customerName'),
    customerEmail: cell('customerEmail'),
    orderText: cell('orderText'),
    url: cell('url'),
    createdAt: Date.parse(cell('createdAt')),
    expiresAt: Date.parse(cell('expiresAt')),
    attempts: Number(cell('attempts')),
    checkedAt: Date.parse(cell('checkedAt')),
  };
}

/** uDSV, the least work for each row, and the store’s own writer in one transaction, beside which nothing else can run. */
async function importUdsv({ file, cache }: SideFiles): Promise<number> {
  const store = newStore(cache);
  const db = store.openBeside();
  const writer = createLinkWriter(db);
  let batch: PaymentLink[] = [];
  let added = 0;
  const insert = () => {
    added += writer.upsert(batch, 'import').added;
    batch = [];
  };
  try {
    const head = await inspectImport({ path: file, asked: {} }, signal);
    const map = guessImportMap(head.headers);
    db.exec('BEGIN IMMEDIATE');
    await feedUdsv(file, (cells) => {
      batch.push(linkOf(cells, map));
      if (batch.length === BATCH) insert();
    });
    insert();
    db.exec('COMMIT');
    return added;
  } finally {
    db.close();
    store.close();
  }
}

export const sides = {
  'read ours': readOurs,
  'read csv-parse': readCsvParse,
  'read udsv': readUdsv,
  'read sax': readSax,
  'import ours': importOurs,
  'import udsv': importUdsv,
} satisfies Record<string, Side>;

export type SideName = keyof typeof sides;
