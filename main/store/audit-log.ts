import type { AuditEntry } from '#contract/audit';

import { auditStart, hashEntry, type AuditHead, type StoredAuditEntry } from './audit-entry';
import { canonicalJson } from './canonical-json';
import type { StoreDatabase } from './store-database';

export type NewAuditEntry = Pick<AuditEntry, 'at' | 'event' | 'subject' | 'detail'>;

export interface AuditLog {
  /** Appends an entry in a transaction of its own or in the caller's. */
  append(entry: NewAuditEntry): AuditEntry;
}

/** The writing end of the audit log: entries are only ever added. */
export function createAuditLog(db: StoreDatabase, actor: string): AuditLog {
  const insert = db.prepare<[StoredAuditEntry]>(
    'INSERT INTO audit VALUES (@sequence, @at, @actor, @event, @subject, @detail, @hash)',
  );
  const readHead = db.prepare<[], AuditHead>('SELECT sequence, hash FROM audit_head');
  const moveHead = db.prepare<[AuditHead]>('INSERT OR REPLACE INTO audit_head VALUES (1, @sequence, @hash)');
  return {
    append: db.transaction(({ at, event, subject, detail }: NewAuditEntry): AuditEntry => {
      const before = readHead.get() ?? auditStart;
      const text = canonicalJson(detail);
      const entry = {
        sequence: before.sequence + 1,
        at,
        // Halves of surrogate pairs would be read back as something else than was hashed.
        actor: actor.toWellFormed(),
        event: event.toWellFormed(),
        subject: subject.toWellFormed(),
        detail: text,
      };
      const hash = hashEntry(before.hash, { ...entry, at: String(at) });
      insert.run({ ...entry, hash });
      moveHead.run({ sequence: entry.sequence, hash });
      return { ...entry, detail: JSON.parse(text) as unknown, hash };
    }),
  };
}
