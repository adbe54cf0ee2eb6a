import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { AuditVerdict } from '#contract/audit';
import { verifySlices } from '../../../../main/store/audit-verify';
import { hashEntry } from '../../../../main/store/audit-entry';
import type { StoreDatabase } from '../../../../main/store/store-database';
import { auditFields, openForTampering, whileTampered } from '../../../support/store/tampered-log';
import { tempStore, type TempStore } from '../../../support/store/temp-store';

const entries = 6;

let store: TempStore;
let db: StoreDatabase;
let head: string;

beforeEach(() => {
  store = tempStore();
  for (let at = 1; at <= entries; at += 1) {
    const { hash } = store.methods.appendAudit({
      at: 1_700_000_000_000 + at,
      event: 'test.happened',
      // The replacement character is what readers make of bytes that are no text.
      subject: `thing/\ufffd${String(at)}`,
      detail: { z: at, a: ['دفع', null, 1.5], n: {} },
    });
    head = hash;
  }
  db = openForTampering(store.file);
});
afterEach(() => {
  db.close();
  store.dispose();
});

/** Many entries, in one transaction. */
function appendMore(count: number): void {
  store.transaction(() => {
    for (let at = 1; at <= count; at += 1) {
      store.methods.appendAudit({ at, event: 'more', subject: '', detail: at });
    }
  });
}

function verify(): AuditVerdict {
  const slices = verifySlices(db);
  let step = slices.next();
  while (step.done !== true) step = slices.next();
  return step.value;
}

const brokenBy = (sql: string): AuditVerdict =>
  whileTampered(
    db,
    () => void db.exec(sql),
    () => verify(),
  );

const bytesOf = (sequence: number, field: string): Buffer =>
  Buffer.from(
    db
      .prepare<[number], Uint8Array>(`SELECT CAST(${field} AS BLOB) FROM audit WHERE sequence = ?`)
      .pluck()
      .get(sequence) ?? new Uint8Array(),
  );

const sequences = Array.from({ length: entries }, (_, index) => index + 1);

describe('verifying the audit log', () => {
  it('finds nothing in a log nobody touched', () => {
    expect(verify()).toEqual({ entries, head });
  });

  it.each(['actor', 'event', 'subject', 'detail', 'hash'])(
    'finds and locates every changed byte of every %s, also where it is no text any more',
    (field) => {
      for (const sequence of sequences) {
        const original = bytesOf(sequence, field);
        for (const [at, byte] of original.entries()) {
          for (const other of [byte ^ 0x01, byte ^ 0x20, byte ^ 0x80]) {
            const changed = Buffer.from(original);
            changed[at] = other;
            const verdict = brokenBy(
              `UPDATE audit SET ${field} = CAST(x'${changed.toString('hex')}' AS TEXT) WHERE sequence = ${String(sequence)}`,
            );
            expect(verdict).toEqual({ entries, brokenAt: sequence, head });
          }
        }
      }
    },
  );

  it.each(['actor', 'event', 'subject', 'detail', 'hash'])(
    'finds and locates bytes put into or taken out of every %s',
    (field) => {
      for (const sequence of sequences) {
        const original = bytesOf(sequence, field);
        for (let at = 0; at <= original.length; at += 1) {
          const [left, right] = [original.subarray(0, at), original.subarray(at)];
          for (const changed of [
            Buffer.concat([left, Buffer.from('\0'), right]),
            Buffer.concat([left, Buffer.from(' '), right]),
            Buffer.concat([left, Buffer.from('\ufeff'), right]),
            ...(right.length > 0 ? [Buffer.concat([left, right.subarray(1)])] : []),
          ]) {
            const verdict = brokenBy(
              `UPDATE audit SET ${field} = CAST(x'${changed.toString('hex')}' AS TEXT) WHERE sequence = ${String(sequence)}`,
            );
            expect(verdict.brokenAt).toBe(sequence);
          }
        }
      }
    },
  );

  it.each(['at', 'sequence'])('finds and locates every changed digit and bit of every %s', (field) => {
    for (const sequence of sequences) {
      const original = BigInt(bytesOf(sequence, field).toString());
      const digits = [...String(original)].map((digit, at, all) =>
        BigInt([...all.slice(0, at), String((Number(digit) + 7) % 10), ...all.slice(at + 1)].join('')),
      );
      const bits = Array.from({ length: 63 }, (_, bit) => original ^ (1n << BigInt(bit)));
      // Numbers that are already taken are refused by the file.
      const free = [...digits, ...bits, -original].filter(
        (value) => field === 'at' || value < 1n || value > BigInt(entries),
      );
      for (const value of free) {
        const verdict = brokenBy(
          `UPDATE audit SET ${field} = ${String(value)} WHERE sequence = ${String(sequence)}`,
        );
        expect(verdict.brokenAt).toBe(sequence);
      }
    }
  });

  it('finds and locates every value of another storage type, also one that reads the same', () => {
    for (const field of auditFields.filter((name) => name !== 'sequence')) {
      for (const sequence of sequences) {
        for (const value of [
          `CAST(${field} AS BLOB)`,
          'NULL',
          ...(field === 'at' ? ["at || 'x'", 'at + 0.5'] : []),
        ]) {
          const verdict = brokenBy(
            `UPDATE audit SET ${field} = ${value} WHERE sequence = ${String(sequence)}`,
          );
          expect(verdict.brokenAt).toBe(sequence);
        }
      }
    }
  });

  it('takes a time beyond what a number holds for what it is', () => {
    // 2^53 + 1 is read as 2^53 by who reads numbers.
    const before = bytesOf(entries - 1, 'hash').toString();
    const entry = { sequence: entries, actor: 'a', event: 'e', subject: 's', detail: '{}' };
    const hash = hashEntry(before, { ...entry, at: '9007199254740992' });
    const forged = (at: string) => `
      UPDATE audit SET at = ${at}, actor = 'a', event = 'e', subject = 's', detail = '{}', hash = '${hash}'
      WHERE sequence = ${String(entries)};
      UPDATE audit_head SET hash = '${hash}'`;
    expect(brokenBy(forged('9007199254740992'))).not.toHaveProperty('brokenAt');
    expect(brokenBy(forged('9007199254740993')).brokenAt).toBe(entries);
  });

  it.each([
    ['another spelling of the same JSON', `UPDATE audit SET detail = replace(detail, '1.5', '1.50')`, 1],
    ['members in another order', `UPDATE audit SET detail = '{"n":{},"a":[],"z":3}' WHERE sequence = 3`, 3],
    [
      'quotes that move the end of the detail',
      `UPDATE audit SET detail = detail || ',"event":"x"' WHERE sequence = 2`,
      2,
    ],
    ['an entry taken out of the middle', 'DELETE FROM audit WHERE sequence = 3', 3],
    ['the first entry taken out', 'DELETE FROM audit WHERE sequence = 1', 1],
    ['the end cut off', 'DELETE FROM audit WHERE sequence > 4', 5],
    ['all entries removed', 'DELETE FROM audit', 1],
    [
      'two entries that changed places',
      'UPDATE audit SET sequence = -2 WHERE sequence = 2; UPDATE audit SET sequence = 2 WHERE sequence = 4; ' +
        'UPDATE audit SET sequence = 4 WHERE sequence = -2',
      2,
    ],
    [
      'entries taken out and the others moved up',
      'DELETE FROM audit WHERE sequence = 2; UPDATE audit SET sequence = sequence - 1 WHERE sequence > 2',
      2,
    ],
    [
      'an entry put in between',
      'UPDATE audit SET sequence = -sequence WHERE sequence > 2; ' +
        'UPDATE audit SET sequence = 1 - sequence WHERE sequence < 0; ' +
        'INSERT INTO audit SELECT 3, at, actor, event, subject, detail, hash FROM audit WHERE sequence = 2',
      3,
    ],
    ['an entry put before the first', "INSERT INTO audit VALUES (0, 1, 'a', 'e', 's', '{}', 'h')", 0],
    ['an entry put after the last', "INSERT INTO audit VALUES (7, 1, 'a', 'e', 's', '{}', 'h')", 7],
    ['an entry put far after the last', "INSERT INTO audit VALUES (900, 1, 'a', 'e', 's', '{}', 'h')", 7],
    ['another hash in the head', "UPDATE audit_head SET hash = 'x'", 6],
    ['a head that names an earlier entry', 'UPDATE audit_head SET sequence = 4', 4],
    ['a head that names a later entry', 'UPDATE audit_head SET sequence = 8', 7],
    [
      'a head moved back over entries that stayed',
      'UPDATE audit_head SET sequence = 4, hash = (SELECT hash FROM audit WHERE sequence = 4)',
      5,
    ],
    ['no head', 'DELETE FROM audit_head', 1],
  ])('locates %s', (_what, sql, brokenAt) => {
    expect(brokenBy(sql).brokenAt).toBe(brokenAt);
  });

  it('finds a newest entry that was written anew together with its own hash', () => {
    const before = bytesOf(entries - 1, 'hash').toString();
    const hash = hashEntry(before, {
      sequence: entries,
      at: '1',
      actor: 'a',
      event: 'e',
      subject: 's',
      detail: '{}',
    });
    const verdict = brokenBy(
      `UPDATE audit SET at = 1, actor = 'a', event = 'e', subject = 's', detail = '{}', hash = '${hash}'
       WHERE sequence = ${String(entries)}`,
    );
    expect(verdict).toEqual({ entries, brokenAt: entries, head });
  });

  it('locates a change in any slice of a long log', () => {
    appendMore(800);
    expect(verify().entries).toBe(entries + 800);
    for (const sequence of [249, 250, 251, 500, 501, entries + 799, entries + 800]) {
      const where = `WHERE sequence = ${String(sequence)}`;
      expect(brokenBy(`UPDATE audit SET at = at + 1 ${where}`).brokenAt).toBe(sequence);
      expect(brokenBy(`DELETE FROM audit ${where}`).brokenAt).toBe(sequence);
    }
  });

  it('raises no alarm over entries that are stored while it is at work', () => {
    appendMore(300);
    const slices = verifySlices(db);
    expect(slices.next()).toEqual({ done: false, value: { done: 250, total: entries + 300 } });
    const { hash } = store.methods.appendAudit({ at: 1, event: 'more', subject: '', detail: null });
    expect(slices.next()).toMatchObject({ value: { done: entries + 300 } });
    expect(slices.next()).toMatchObject({ done: true, value: { entries: entries + 300 } });
    expect(verify()).toEqual({ entries: entries + 301, head: hash });
  });
});
