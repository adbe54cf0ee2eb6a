import { createHash } from 'node:crypto';

import type { AuditEntry } from '#contract/audit';

/** The newest entry as `audit_head` keeps it once more: a log whose end was cut off no longer ends where the head says. */
export interface AuditHead {
  readonly sequence: number;
  readonly hash: string;
}

/** What stands before the first entry. */
export const auditStart: AuditHead = { sequence: 0, hash: '0'.repeat(64) };

/** An entry as it is stored: the detail is its JSON text, of which every byte counts. */
export interface StoredAuditEntry extends AuditEntry {
  readonly detail: string;
}

/** What an entry's hash covers. `at` is its digits; `detail` is the canonical JSON as it is stored. */
export interface HashedEntry {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly event: string;
  readonly subject: string;
  readonly detail: string | Uint8Array;
}

/**
 * The hash of an entry, as anybody can recompute it from an exported log: SHA-256, in hex, over the hash of the entry before
 * (64 hex digits; zeros before the first) followed by the entry as canonical JSON (RFC 8785, UTF-8) with the members `actor`,
 * `at` (epoch milliseconds), `detail`, `event`, `sequence` and `subject`.
 *
 * `detail` goes in byte for byte as it is stored, so that another spelling of the same JSON is found too. Quotes inside of
 * the other texts are escaped, so no two entries have the same bytes.
 */
export function hashEntry(before: string, entry: HashedEntry): string {
  const { sequence, at, actor, event, subject, detail } = entry;
  const text = (value: string) => JSON.stringify(value);
  return createHash('sha256')
    .update(before)
    .update(`{"actor":${text(actor)},"at":${at},"detail":`)
    .update(detail)
    .update(`,"event":${text(event)},"sequence":${String(sequence)},"subject":${text(subject)}}`)
    .digest('hex');
}
