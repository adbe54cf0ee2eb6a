import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openForTampering } from '../../../support/store/tampered-log';
import { tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
beforeEach(() => {
  store = tempStore();
  for (let at = 1; at <= 10; at += 1) append(at);
});
afterEach(() => store.dispose());

const append = (at: number) =>
  store.methods.appendAudit({ at, event: 'test.happened', subject: `thing/${String(at)}`, detail: { at } });

const read = (start: number, end: number) => {
  const { total, entries } = store.methods.readAudit({ start, end });
  return { total, sequences: entries.map(({ sequence }) => sequence) };
};

describe('reading the audit log', () => {
  it('answers entries as they were stored', () => {
    const newest = append(11);
    expect(store.methods.readAudit({ start: 0, end: 1 })).toEqual({ total: 11, entries: [newest] });
  });

  it('answers any page, the newest first', () => {
    expect(read(0, 3)).toEqual({ total: 10, sequences: [10, 9, 8] });
    expect(read(8, 20)).toEqual({ total: 10, sequences: [2, 1] });
    expect(read(10, 20)).toEqual({ total: 10, sequences: [] });
    expect(read(4, 4)).toEqual({ total: 10, sequences: [] });
  });

  it('counts what was stored since it was last asked', () => {
    expect(read(0, 1).total).toBe(10);
    append(11);
    expect(read(0, 2)).toEqual({ total: 11, sequences: [11, 10] });
  });

  it('answers an empty page of an empty log', () => {
    const empty = tempStore();
    expect(empty.methods.readAudit({ start: 0, end: 10 })).toEqual({ total: 0, entries: [] });
    empty.dispose();
  });

  it('shows a log that was tampered with as it stands', () => {
    const raw = openForTampering(store.file);
    raw.exec("DELETE FROM audit WHERE sequence IN (4, 9); UPDATE audit SET detail = '{' WHERE sequence = 8");
    raw.close();
    expect(read(0, 3)).toEqual({ total: 8, sequences: [10, 8, 7] });
    expect(read(3, 8)).toEqual({ total: 8, sequences: [6, 5, 3, 2, 1] });
    expect(store.methods.readAudit({ start: 1, end: 2 }).entries).toMatchObject([{ detail: '{' }]);
  });
});
