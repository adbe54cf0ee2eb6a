import { createHash } from 'node:crypto';

import { canonicalJson } from './canonical-json';
import type { AuditEntry } from './store-api';
import type { StoreDatabase } from './store-database';

export type NewAuditEntry = Pick<AuditEntry, 'at' | 'event' | 'subject' | 'detail'>;

export interface AuditLog {
  /** Appends an entry in a transaction of its own or in the caller's. */
  append(entry: NewAuditEntry): AuditEntry;
  /** Recomputes the chain; `brokenAt` is the first sequence that is changed, missing or cut off. */
  verify(): { readonly entries: number; readonly brokenAt?: number };
}

interface StoredEntry {
  readonly sequence: number;
  readonly at: number;
  readonly actor: string;
  readonly event: string;
  readonly subject: string;
  readonly detail: string;
  readonly hash: string;
}

type Head = Pick<StoredEntry, 'sequence' | 'hash'>;

/** What stands before the first entry. */
const start: Head = { sequence: 0, hash: '0'.repeat(64) };

/**
 * SHA-256, hex, over the hash before and the entry as canonical JSON (without its own hash). `detail` is canonical already,
 * so it goes in byte for byte as it is stored.
 */
function hashOf(
  before: string,
  { sequence, at, actor, event, subject, detail }: Omit<StoredEntry, 'hash'>,
): string {
  const text = (value: string) => JSON.stringify(value);
  const entry =
    `{"actor":${text(actor)},"at":${String(at)},"detail":${detail},"event":${text(event)},` +
    `"sequence":${String(sequence)},"subject":${text(subject)}}`;
  return createHash('sha256').update(before).update(entry).digest('hex');
}

export function createAuditLog(db: StoreDatabase, actor: string): AuditLog {
  const insert = db.prepare<[StoredEntry]>(
    'INSERT INTO audit VALUES (@sequence, @at, @actor, @event, @subject, @detail, @hash)',
  );
  const readHead = db.prepare<[], Head>('SELECT sequence, hash FROM audit_head');
  const moveHead = db.prepare<[Head]>('INSERT OR REPLACE INTO audit_head VALUES (1, @sequence, @hash)');
  const countAll = db.prepare<[], number>('SELECT count(*) FROM audit').pluck();
  const readAll = db.prepare<[], StoredEntry>('SELECT * FROM audit ORDER BY sequence');

  const append = db.transaction(({ at, event, subject, detail }: NewAuditEntry): AuditEntry => {
    const before = readHead.get() ?? start;
    const text = canonicalJson(detail);
    // Halves of surrogate pairs would be read back as something else than was hashed.
    const [by, about] = [actor.toWellFormed(), subject.toWellFormed()];
    const entry = { sequence: before.sequence + 1, at, actor: by, event, subject: about, detail: text };
    const hash = hashOf(before.hash, entry);
    insert.run({ ...entry, hash });
    moveHead.run({ sequence: entry.sequence, hash });
    return { ...entry, detail: JSON.parse(text) as unknown, hash };
  });

  const verify: AuditLog['verify'] = () => {
    const entries = countAll.get() ?? 0;
    let before = start;
    for (const entry of readAll.iterate()) {
      // A gap needs no look of its own: the entry after it was hashed over the missing one.
      if (entry.hash !== hashOf(before.hash, entry)) return { entries, brokenAt: before.sequence + 1 };
      before = entry;
    }
    const head = readHead.get() ?? start;
    const isWhole = head.sequence === before.sequence && head.hash === before.hash;
    return { entries, ...(isWhole ? {} : { brokenAt: before.sequence + 1 }) };
  };
  return { append, verify };
}
