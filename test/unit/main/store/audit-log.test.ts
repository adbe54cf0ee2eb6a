import { createHash } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { AuditEntry } from '#contract/audit';
import { canonicalJson } from '../../../../main/store/canonical-json';
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

describe('the audit log', () => {
  it('chains entries by hashes that anybody can recompute', () => {
    const first = append(6, undefined);
    const last = append(7, { b: 1, a: { y: 2, x: [true, 'é'] } });
    const { hash, ...entry } = last;
    expect(hash).toBe(createHash('sha256').update(first.hash).update(canonicalJson(entry)).digest('hex'));
    expect(first).toMatchObject({ sequence: 6, actor: 'tester', detail: null });
    expect(store.methods.verifyAudit({})).toEqual({ entries: 7, head: hash });
  });

  it('starts from 64 zeros, which are the head of an empty log too', () => {
    const empty = tempStore();
    expect(empty.methods.verifyAudit({})).toEqual({ entries: 0, head: '0'.repeat(64) });
    empty.dispose();
  });

  it('stays whole when its texts hold halves of surrogate pairs, which the file cannot keep', () => {
    const entry = {
      at: 6,
      event: 'test\udfff',
      subject: 'thing/\ud800\u0000"\\\ufeff',
      detail: { text: '\udc00' },
    };
    expect(store.methods.appendAudit(entry)).toMatchObject({ event: 'test\ufffd' });
    expect(store.methods.verifyAudit({})).not.toHaveProperty('brokenAt');
  });

  it('refuses to change, remove or replace an entry', () => {
    for (const sql of [
      "UPDATE audit SET event = 'x' WHERE sequence = 2",
      'DELETE FROM audit WHERE sequence = 5',
      "INSERT OR REPLACE INTO audit VALUES (2, 1, 'a', 'b', 'c', '{}', 'd')",
    ]) {
      expect(() => raw.exec(sql)).toThrow(/audit entries are never/);
    }
    expect(store.methods.verifyAudit({})).toMatchObject({ entries: 5 });
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
