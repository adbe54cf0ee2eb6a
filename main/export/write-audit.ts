import type { AuditEntry } from '#contract/audit';
import type { Instant } from '#domain/instant';
import type { PageSource } from './row-source';
import { auditColumns, tableHeaders, type AuditColumn } from './table-wording';
import type { WrittenFile } from './write-pages';
import { writeTable, type TableRequest } from './write-table';

/** An entry as it is stored: the detail is its JSON text, of which every byte counts. */
export interface AuditFileRow extends AuditEntry {
  readonly detail: string;
}

/** A log that was tampered with may hold a time that is none; then its number is written. */
function timeOf(at: Instant): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? String(at) : time.toISOString();
}

const cells: Readonly<Record<AuditColumn, (entry: AuditFileRow) => string>> = {
  sequence: (entry) => String(entry.sequence),
  at: (entry) => timeOf(entry.at),
  actor: (entry) => entry.actor,
  event: (entry) => entry.event,
  subject: (entry) => entry.subject,
  detail: (entry) => entry.detail,
  hash: (entry) => entry.hash,
};

/**
 * Writes the audit log with all that is needed to verify it elsewhere. A row's hash is the SHA-256, in hex, of the UTF-8 text
 *
 *     HASH-OF-THE-ROW-BEFORE{"actor":…,"at":…,"detail":…,"event":…,"sequence":…,"subject":…}
 *
 * where the first row has 64 zeros before it, `at` is in epoch milliseconds (the column has it as UTC to the millisecond),
 * `detail` is the column as it stands, and the other texts are JSON strings. Text that a spreadsheet would run as a formula
 * has an apostrophe before it, as in every CSV file; it has to be taken away first.
 */
export function writeAudit(request: TableRequest<PageSource<AuditFileRow>>): Promise<WrittenFile> {
  const { language, zone } = request.format;
  const headers = tableHeaders(language, zone).audit;
  return writeTable({ names: auditColumns, headers, values: cells, plain: ['sequence', 'at'] }, request);
}
