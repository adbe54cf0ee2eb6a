import type { AuditEntry, AuditPage } from '#contract/audit';

import type { StoredAuditEntry } from './audit-entry';
import type { StoreDatabase } from './store-database';

export interface AuditReader {
  /** Rows `start` to before `end`, the newest first. */
  page(input: { readonly start: number; readonly end: number }): AuditPage;
}

interface Ends {
  readonly lowest: number | null;
  readonly highest: number | null;
}

/**
 * Reads the audit log as it stands, whole or not: it is the verification's part to judge it.
 *
 * Entries are numbered without gaps, so a page anywhere in a million of them is found, and their number known, by the numbers
 * alone. Once a page turns out to have gaps, somebody took entries out, and the log is counted through instead.
 */
export function createAuditReader(db: StoreDatabase): AuditReader {
  const ends = db.prepare<[], Ends>(
    'SELECT (SELECT min(sequence) FROM audit) AS lowest, (SELECT max(sequence) FROM audit) AS highest',
  );
  const byNumber = db.prepare<[number, number], StoredAuditEntry>(
    'SELECT * FROM audit WHERE sequence BETWEEN ? AND ? ORDER BY sequence DESC',
  );
  const byCount = db.prepare<[number, number], StoredAuditEntry>(
    'SELECT * FROM audit ORDER BY sequence DESC LIMIT ? OFFSET ?',
  );
  const count = db.prepare<[], number>('SELECT count(*) FROM audit').pluck();
  let hasGaps = false;
  return {
    page: ({ start, end }) => {
      const { lowest, highest } = ends.get() ?? { lowest: null, highest: null };
      if (lowest === null || highest === null) return { total: 0, entries: [] };
      const span = highest - lowest + 1;
      if (!hasGaps) {
        const rows = byNumber.all(highest - end + 1, highest - start);
        hasGaps = rows.length < Math.min(end, span) - start;
        if (!hasGaps) return { total: span, entries: rows.map(toEntry) };
      }
      const rows = byCount.all(Math.max(0, end - start), start);
      return { total: count.get() ?? 0, entries: rows.map(toEntry) };
    },
  };
}

function toEntry({ detail, ...rest }: StoredAuditEntry): AuditEntry {
  return { ...rest, detail: readDetail(detail) };
}

/** A detail that somebody made unreadable is shown as the text it is. */
function readDetail(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
