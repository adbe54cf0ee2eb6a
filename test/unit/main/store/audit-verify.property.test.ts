import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createAuditLog } from '../../../../main/store/audit-log';
import { verifySlices } from '../../../../main/store/audit-verify';
import type { StoreDatabase } from '../../../../main/store/store-database';
import { openForTampering, whileTampered } from '../../../support/store/tampered-log';
import { tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
let db: StoreDatabase;
beforeEach(() => {
  store = tempStore();
  db = openForTampering(store.file);
});
afterEach(() => {
  db.close();
  store.dispose();
});

/** Any text, halves of surrogate pairs and control characters included. */
const text = fc.string({ unit: 'binary', maxLength: 12 });

const entry = fc.record({
  at: fc.integer({ min: 0, max: 253_402_300_799_999 }),
  event: text,
  subject: text,
  detail: fc.oneof(
    fc.json().map((json) => JSON.parse(json) as unknown),
    text,
  ),
});

type Tampering =
  | {
      readonly kind: 'bytes';
      readonly column: string;
      readonly at: number;
      readonly removed: number;
      readonly put: Uint8Array;
    }
  | { readonly kind: 'number'; readonly column: 'at' | 'sequence'; readonly value: bigint }
  | { readonly kind: 'removed' };

const tampering: fc.Arbitrary<Tampering> = fc.oneof(
  fc.record({
    kind: fc.constant('bytes' as const),
    column: fc.constantFrom('actor', 'event', 'subject', 'detail', 'hash'),
    at: fc.nat(200),
    removed: fc.nat(3),
    put: fc.uint8Array({ maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('number' as const),
    column: fc.constantFrom('at' as const, 'sequence' as const),
    value: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  }),
  fc.constant({ kind: 'removed' as const }),
);

/** Does it to one entry; false when that leaves the entry as it was, or the file refuses it. */
function tamper(sequence: number, how: Tampering): boolean {
  const where = `WHERE sequence = ${String(sequence)}`;
  if (how.kind === 'removed') {
    db.exec(`DELETE FROM audit ${where}`);
    return true;
  }
  if (how.kind === 'number') {
    const taken = db.prepare<[], number>(
      `SELECT count(*) FROM audit WHERE ${how.column} = ${String(how.value)} AND ${
        how.column === 'sequence' ? '1' : `sequence = ${String(sequence)}`
      }`,
    );
    if (taken.pluck().get() !== 0) return false;
    db.exec(`UPDATE audit SET ${how.column} = ${String(how.value)} ${where}`);
    return true;
  }
  const read = db.prepare<[], Uint8Array>(`SELECT CAST(${how.column} AS BLOB) FROM audit ${where}`);
  const before = Buffer.from(read.pluck().get() ?? []);
  const at = Math.min(how.at, before.length);
  const after = Buffer.concat([before.subarray(0, at), how.put, before.subarray(at + how.removed)]);
  db.exec(`UPDATE audit SET ${how.column} = CAST(x'${after.toString('hex')}' AS TEXT) ${where}`);
  return !after.equals(before);
}

function brokenAt(): number | undefined {
  const slices = verifySlices(db);
  let step = slices.next();
  while (step.done !== true) step = slices.next();
  return step.value.brokenAt;
}

describe('any audit log', () => {
  it('is whole as it was written, and tells the first entry that anybody touched', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(7), tampering), { minLength: 1, maxLength: 3 }),
        (entries, tamperings) => {
          whileTampered(
            db,
            () => db.exec('DELETE FROM audit; DELETE FROM audit_head'),
            () => {
              const log = createAuditLog(db, 'täster');
              for (const one of entries) log.append(one);
              expect(brokenAt()).toBeUndefined();
              const byEntry = new Map(
                tamperings.map(([nth, how]) => [1 + (nth % entries.length), how] as const),
              );
              const touched = [...byEntry].filter(([sequence, how]) => tamper(sequence, how));
              const first = Math.min(...touched.map(([sequence]) => sequence));
              expect(brokenAt()).toBe(touched.length === 0 ? undefined : first);
            },
          );
        },
      ),
      { numRuns: 400 },
    );
  });
});
