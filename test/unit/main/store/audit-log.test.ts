import { createHash } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { canonicalJson } from '../../../../main/store/canonical-json';
import type { AuditEntry } from '../../../../main/store/store-api';
import type { StoreDatabase } from '../../../../main/store/store-database';
import { tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
let raw: StoreDatabase;
beforeEach(() => {
  store = tempStore();
  raw = store.raw();
  for (let at = 1; at <= 5; at += 1) append(at, { z: at, a: ['دفع', null] });
});
afterEach(() => store.dispose());

const append = (at: number, detail: unknown): AuditEntry =>
  store.methods.appendAudit({ at, event: 'test.happened', subject: `thing/${String(at)}`, detail });

/** What somebody with the key and a tool could do: the triggers go first. */
function tamper(sql: string): void {
  raw.exec(`DROP TRIGGER audit_keeps_entries; DROP TRIGGER audit_drops_nothing; ${sql}`);
}

describe('the audit log', () => {
  it('chains entries by hashes that anybody can recompute', () => {
    const first = append(6, undefined);
    const { hash, ...entry } = append(7, { b: 1, a: { y: 2, x: [true, 'é'] } });
    expect(hash).toBe(createHash('sha256').update(first.hash).update(canonicalJson(entry)).digest('hex'));
    expect(first).toMatchObject({ sequence: 6, actor: 'tester', detail: null });
    expect(store.methods.verifyAudit({})).toEqual({ entries: 7 });
  });

  it('stays whole when its texts hold halves of surrogate pairs, which the file cannot keep', () => {
    const entry = { at: 6, event: 'test.happened', subject: 'thing/\ud800', detail: { text: '\udc00' } };
    expect(store.methods.appendAudit(entry)).toMatchObject({ subject: 'thing/\ufffd' });
    expect(store.methods.verifyAudit({})).toEqual({ entries: 6 });
  });

  it('refuses to change, remove or replace an entry', () => {
    for (const sql of [
      "UPDATE audit SET event = 'x' WHERE sequence = 2",
      'DELETE FROM audit WHERE sequence = 5',
      "INSERT OR REPLACE INTO audit VALUES (2, 1, 'a', 'b', 'c', '{}', 'd')",
    ]) {
      expect(() => raw.exec(sql)).toThrow(/audit entries are never/);
    }
    expect(store.methods.verifyAudit({})).toEqual({ entries: 5 });
  });

  it.each([
    ["UPDATE audit SET detail = replace(detail, '3', '4') WHERE sequence = 3", 3],
    ["UPDATE audit SET actor = 'Tester' WHERE sequence = 1", 1],
    ['UPDATE audit SET at = 99 WHERE sequence = 5', 5],
    ["UPDATE audit SET hash = replace(hash, substr(hash, 1, 1), 'f') || 'x' WHERE sequence = 4", 4],
    ['DELETE FROM audit WHERE sequence = 2', 2],
    ['DELETE FROM audit WHERE sequence = 1', 1],
    ['DELETE FROM audit WHERE sequence > 3', 4],
    ['DELETE FROM audit', 1],
    ['UPDATE audit SET sequence = 9 WHERE sequence = 5', 5],
  ])('locates the first broken entry after: %s', (sql, brokenAt) => {
    tamper(sql);
    expect(store.methods.verifyAudit({})).toMatchObject({ brokenAt });
  });
});

describe('canonical JSON', () => {
  it('has one form for one value', () => {
    expect(canonicalJson({ b: [1, { d: undefined, c: 'é"' }], a: null })).toBe(
      '{"a":null,"b":[1,{"c":"é\\""}]}',
    );
    expect(canonicalJson({ a: null, b: [1, { c: 'é"' }] })).toBe(
      canonicalJson({ b: [1, { c: 'é"' }], a: null }),
    );
  });
});
