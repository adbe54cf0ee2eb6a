import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { LinkSort, ResolvedFilter } from '#domain/link-filter';
import { linkStatuses, type PaymentLink } from '#domain/payment-link';
import { openDatabase } from '../../main/store/open-database';
import { openStore } from '../../main/store/open-store';
import type { StoreDatabase } from '../../main/store/store-database';
import type { Benchmark, PreparedBenchmark } from './benchmark';

const keyHex = '5a'.repeat(32);
const start = Date.UTC(2026, 0, 1);
const dayMs = 86_400_000;
const names = ['Fatima Al-Sabah', 'عبدالله الكندري', 'José García', 'Mohammed Ali', 'نورة العتيبي'];
const currencies = ['KWD', 'SAR', 'USD'];

/** A link like a dashboard's, scattered by a prime so that no column is stored in order. */
function sampleLink(index: number): PaymentLink {
  const scattered = (index * 7919) % 1_000_003;
  return {
    connectionId: 'shop',
    linkId: `25${String(scattered).padStart(7, '0')}${String(index).padStart(9, '0')}`,
    reference: `INV-2026-${String(scattered)}`,
    status: linkStatuses[scattered % linkStatuses.length] ?? 'open',
    providerStatus: 'Open',
    amount: { amountMinor: 1000 + ((index * 104_729) % 900_001), currency: currencies[index % 3] ?? 'KWD' },
    customerName: `${names[index % names.length] ?? ''} ${String(index % 1000)}`,
    customerEmail: `customer${String(index)}@example.com`,
    orderText: `Order ${String(index)} winter collection, delivery by courier`,
    url: `https://checkout.example.com/${String(scattered)}/${String(index)}`,
    createdAt: start - scattered * 1000,
    expiresAt: start + ((index * 15_485_863) % (365 * dayMs)),
    attempts: index % 4,
    checkedAt: start,
  };
}

interface Sides {
  readonly ours: (open: Open) => void;
  readonly peer: (db: StoreDatabase) => void;
}
type Open = ReturnType<typeof openStore>['methods'];

/** Both sides work on one encrypted file with one set of indexes, over connections with the same settings. */
async function prepare(rows: number, { ours, peer }: Sides): Promise<PreparedBenchmark> {
  const folder = mkdtempSync(path.join(tmpdir(), 'desk-bench-'));
  const file = path.join(folder, 'links.db');
  const store = openStore({ file, keyHex, actor: 'bench' });
  store.methods.saveConnection({
    connection: {
      id: 'shop',
      name: 'Shop',
      provider: 'aps',
      environment: 'sandbox',
      merchantIdentifier: 'bench',
      shaType: 'SHA-256',
      accessCodeTail: 'abcd',
      createdAt: start,
    },
  });
  const batch = 20_000;
  for (let from = 0; from < rows; from += batch) {
    const links = Array.from({ length: Math.min(batch, rows - from) }, (_, index) =>
      sampleLink(from + index),
    );
    store.methods.upsertLinks({ links, source: 'import' });
  }
  const { db } = openDatabase({ file, keyHex });
  return Promise.resolve({
    ours: () => {
      ours(store.methods);
      return Promise.resolve();
    },
    peer: () => {
      peer(db);
      return Promise.resolve();
    },
    dispose: () => {
      db.close();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

/** The plain way to fill a table's first page with its footer: three statements that each go through the rows. */
function naivePage(db: StoreDatabase, where: string, order: string): void {
  const page = db.prepare(`SELECT * FROM link WHERE ${where} ORDER BY ${order} LIMIT 200`).all();
  const total = db.prepare<[], number>(`SELECT count(*) FROM link WHERE ${where}`).pluck().get();
  const sums = `SELECT currency, status, count(*), sum(amount_minor) FROM link WHERE ${where} GROUP BY currency, status`;
  assertRows(page.length, total ?? 0);
  db.prepare(sums).all();
}

function firstPage(store: Open, filter: ResolvedFilter, sort: readonly LinkSort[]): void {
  const { handle, total } = store.openQuery({ filter, sort });
  assertRows(store.readRange({ handle, start: 0, end: 200 }).length, total);
  store.closeQuery({ handle });
}

/** A benchmark that finds nothing measures nothing. */
function assertRows(shown: number, total: number): void {
  if (shown === 0 || shown !== Math.min(200, total))
    throw new Error(`${String(shown)} of ${String(total)} rows.`);
}

const until = start + 120 * dayMs;
const rare = 'customer777@';
const searched = ['reference', 'link_id', 'customer_name', 'customer_email', 'order_text'];
const like = `(${searched.map((column) => `${column} LIKE '%${rare}%'`).join(' OR ')})`;

export const benchmarks: readonly Benchmark[] = [
  {
    name: 'link query: filter and sort to the first page',
    unit: 'ms',
    peerName: 'SELECT * … LIMIT 200, count and sums',
    budget: 1,
    prepare: (rows) =>
      prepare(rows, {
        ours: (store) =>
          firstPage(store, { statuses: ['open'], expiresFrom: start, expiresUntil: until }, [
            { by: 'amount', direction: 'descending' },
          ]),
        peer: (db) =>
          naivePage(
            db,
            `status = 0 AND expires_at >= ${String(start)} AND expires_at <= ${String(until)}`,
            'amount_order DESC, key',
          ),
      }),
  },
  {
    name: 'link query: rare substring',
    unit: 'ms',
    peerName: 'LIKE over the same columns',
    budget: 0.2,
    prepare: (rows) =>
      prepare(rows, {
        ours: (store) => firstPage(store, { search: rare }, []),
        peer: (db) => naivePage(db, like, 'key'),
      }),
  },
];
