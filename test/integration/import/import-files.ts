import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ImportSpec } from '#domain/import-map';
import type { ImportReading } from '#domain/import-reading';
import type { PaymentLink } from '#domain/payment-link';
import type { ImportSink } from '../../../main/import/import-sink';
import type { ImportRequest } from '../../../main/import/run-import';

export const now = Date.UTC(2026, 10, 20, 12);

/** The APS dashboard's columns, in its order. */
export const dashboardHeader =
  'Invoice ID,Merchant Reference,Customer Email,Amount,Currency,Status,Date & Time,Expiry Date';

/** How a file is read that needs nothing special. */
export const plainReading: ImportReading = {
  headerRow: 0,
  csv: { encoding: 'utf-8', delimiter: ',' },
  dateOrder: 'ymd',
  decimal: '.',
  units: 'major',
};

export const dashboardSpec: ImportSpec = {
  connectionId: 'main',
  map: {
    linkId: 0,
    reference: 1,
    customerEmail: 2,
    amount: 3,
    currency: 4,
    status: 5,
    createdAt: 6,
    expiresAt: 7,
  },
  zone: 'Asia/Kuwait',
  exportedAt: now - 3_600_000,
  reading: plainReading,
};

/** One line as the dashboard writes it. */
export function dashboardLine(
  id: string,
  changes: { amount?: string; reference?: string; status?: string } = {},
): string {
  const { amount = '12.500', reference = `REF-${id}`, status = 'Open' } = changes;
  return `${id},${reference},ali@example.com,${amount},KWD,${status},2026-11-01 10:00:00,2026-12-01 10:00:00`;
}

export async function writeCsv(folder: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, 'invoices.csv');
  await writeFile(file, content);
  return file;
}

/** A sink in memory: what `commit` made visible, and whether it was told to forget. */
export interface MemorySink extends ImportSink {
  readonly stored: PaymentLink[];
  readonly batches: number[];
  isDiscarded: boolean;
}

export function createMemorySink(): MemorySink {
  const staged: PaymentLink[] = [];
  return {
    stored: [],
    batches: [],
    isDiscarded: false,
    stage(links) {
      this.batches.push(links.length);
      staged.push(...links);
    },
    commit() {
      this.stored.push(...staged);
      return { added: staged.length, changed: 0, unchanged: 0, older: 0 };
    },
    discard() {
      this.isDiscarded = true;
    },
  };
}

export function requestFor(
  file: string,
  sink: ImportSink,
  changes: Partial<ImportRequest> = {},
): ImportRequest {
  return {
    path: file,
    spec: dashboardSpec,
    now,
    sink,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...changes,
  };
}
