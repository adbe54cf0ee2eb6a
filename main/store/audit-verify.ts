import type { AuditVerdict } from '#contract/audit';

import { auditStart, hashEntry, type AuditHead } from './audit-entry';
import type { StoreDatabase } from './store-database';

/** An entry as its bytes lie in the file. */
interface RawEntry {
  readonly sequence: number;
  /** 1 when every value has the storage type it was written with. */
  readonly typed: 0 | 1;
  readonly at: string;
  readonly actor: Uint8Array;
  readonly event: Uint8Array;
  readonly subject: Uint8Array;
  readonly detail: Uint8Array;
  readonly hash: Uint8Array;
}

/** A few milliseconds of work. */
const entriesPerSlice = 250;

const texts = ['actor', 'event', 'subject', 'detail', 'hash'] as const;

/**
 * Texts are read as bytes and numbers as digits: what the library makes of bytes that are no UTF-8, of numbers beyond 2^53, or
 * of a text stored as a blob, may well be what once stood there.
 */
const selectSlice = `
  SELECT sequence, CAST(at AS TEXT) AS at, ${texts.map((name) => `CAST(${name} AS BLOB) AS ${name}`).join(', ')},
    typeof(sequence) = 'integer' AND typeof(at) = 'integer'
      AND ${texts.map((name) => `typeof(${name}) = 'text'`).join(' AND ')} AS typed
  FROM audit WHERE sequence BETWEEN ? AND ? ORDER BY sequence`;

interface Bounds {
  readonly lowest: number | null;
  readonly highest: number | null;
}

/**
 * Recomputes the whole chain, slice by slice; between two slices the caller may do other work, and give up.
 *
 * `brokenAt` is the first sequence whose entry is changed, missing, or not vouched for by the head. Only what was there when
 * it began counts: entries that are stored meanwhile raise no alarm.
 *
 * A log that was rewritten as a whole, its head included, is whole again: that is what a head kept elsewhere is for.
 */
export function* verifySlices(
  db: StoreDatabase,
): Generator<{ readonly done: number; readonly total: number }, AuditVerdict, undefined> {
  // Apart, each is one look into the index; together they would read every entry.
  const bounds = db
    .prepare<[], Bounds>(
      'SELECT (SELECT min(sequence) FROM audit) AS lowest, (SELECT max(sequence) FROM audit) AS highest',
    )
    .get();
  const head = db.prepare<[], AuditHead>('SELECT sequence, hash FROM audit_head').get() ?? auditStart;
  const slice = db.prepare<[number, number], RawEntry>(selectSlice);
  const last = Math.max(head.sequence, bounds?.highest ?? 0);
  const check = createChainCheck(head);
  for (let from = 1; from <= last; from += entriesPerSlice) {
    const upTo = Math.min(from + entriesPerSlice - 1, last);
    const brokenAt = check(slice.all(from, upTo), { from, upTo });
    if (brokenAt !== undefined) return { entries: countAll(db), brokenAt, head: head.hash };
    yield { done: upTo, total: last };
  }
  // The chain begins at 1: whatever lies below was put there by somebody else.
  const lowest = bounds?.lowest ?? 1;
  if (lowest < 1) return { entries: countAll(db), brokenAt: lowest, head: head.hash };
  return { entries: last, head: head.hash };
}

/** Makes the function that checks one slice after the other, and answers the first broken sequence. */
function createChainCheck(head: AuditHead) {
  let before = auditStart.hash;
  return (
    entries: readonly RawEntry[],
    { from, upTo }: { readonly from: number; readonly upTo: number },
  ): number | undefined => {
    let expected = from;
    for (const entry of entries) {
      if (entry.sequence !== expected || entry.typed !== 1) return expected;
      const hash = recompute(before, entry);
      if (hash === undefined || hash !== Buffer.from(entry.hash).toString('latin1')) return expected;
      const isVouchedFor = expected < head.sequence || (expected === head.sequence && hash === head.hash);
      if (!isVouchedFor) return expected;
      before = hash;
      expected += 1;
    }
    return expected === upTo + 1 ? undefined : expected;
  };
}

// A mark at the start of a text is a part of it.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The hash an entry should have; undefined when its texts are none. */
function recompute(before: string, entry: RawEntry): string | undefined {
  try {
    return hashEntry(before, {
      sequence: entry.sequence,
      at: entry.at,
      actor: decoder.decode(entry.actor),
      event: decoder.decode(entry.event),
      subject: decoder.decode(entry.subject),
      detail: entry.detail,
    });
  } catch {
    return undefined;
  }
}

function countAll(db: StoreDatabase): number {
  return db.prepare<[], number>('SELECT count(*) FROM audit').pluck().get() ?? 0;
}
