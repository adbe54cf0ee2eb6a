import { readFileSync } from 'node:fs';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { migrate, schemaVersion } from '../../../main/store/migrate';
import { allMigrations } from '../../../main/store/migrations/all-migrations';
import { openDatabase } from '../../../main/store/open-database';
import { openStore } from '../../../main/store/open-store';
import type { StoreDatabase } from '../../../main/store/store-database';
import { aConnection, tempFolder, testKey } from '../../support/store/temp-store';

const versionOne = readFileSync(new URL('../../fixtures/store/version-1.sql', import.meta.url), 'utf8');

let temp: ReturnType<typeof tempFolder>;
let file: string;
beforeEach(() => {
  temp = tempFolder();
  file = path.join(temp.folder, 'links.db');
});
afterEach(() => temp.dispose());

function withRaw<T>(at: string, run: (db: StoreDatabase) => T): T {
  const { db } = openDatabase({ file: at, keyHex: testKey });
  try {
    return run(db);
  } finally {
    db.close();
  }
}

const schemaOf = (db: StoreDatabase) =>
  db
    .prepare<[], { sql: string }>(
      "SELECT sql FROM sqlite_master WHERE sql NOT LIKE '%sqlite_sequence%' ORDER BY name",
    )
    .all()
    .map(({ sql }) => sql.replace(/\s+/g, ' ').replaceAll('( ', '(').replaceAll(' )', ')'));

describe('a file of version 1', () => {
  it('keeps its data and can do everything a new one can', () => {
    withRaw(file, (db) => db.exec(versionOne));
    const store = openStore({ file, keyHex: testKey, actor: 'tester' });
    expect(store.opened).toEqual({ schemaVersion: 2 });
    expect(store.methods.listConnections({})).toEqual([aConnection()]);
    expect(store.methods.readSettings({})).toEqual({ zone: 'Asia/Kuwait' });
    expect(store.methods.readLinks({ keys: [1, 2] })).toMatchObject([
      {
        linkId: '250100000000000001',
        customerName: 'نورة',
        amount: { amountMinor: 12_500, currency: 'KWD' },
      },
      { status: 'paid', orderText: 'Winter', pending: false },
    ]);
    expect(store.methods.readHistory({ key: 2 })).toHaveLength(1);
    expect(store.methods.openQuery({ filter: { search: 'WINTER' }, sort: [] }).total).toBe(1);
    const edits = [{ linkKey: 1, patch: { expiresAt: 5 }, base: { status: 'open' as const }, changes: [] }];
    expect(
      store.methods.createJob({ id: 'job', change: { verb: 'edit' }, at: 1, edits }).counts.planned,
    ).toBe(1);
    store.methods.appendAudit({ at: 1, event: 'test', subject: 'x', detail: {} });
    expect(store.methods.verifyAudit({})).toEqual({ entries: 1 });
    store.close();
  });

  it('ends with the schema of a new file', () => {
    withRaw(file, (db) => db.exec(versionOne));
    openStore({ file, keyHex: testKey, actor: 'tester' }).close();
    const fresh = path.join(temp.folder, 'fresh.db');
    openStore({ file: fresh, keyHex: testKey, actor: 'tester' }).close();
    expect(withRaw(file, schemaOf)).toEqual(withRaw(fresh, schemaOf));
  });
});

describe('a migration', () => {
  it('that fails leaves the file as it was, at its version', () => {
    withRaw(file, (db) => {
      migrate(db, allMigrations);
      const broken = {
        version: 3,
        name: 'broken',
        sql: 'CREATE TABLE half (a); INSERT INTO gone VALUES (1)',
      };
      const before = schemaOf(db);
      expect(() => migrate(db, [...allMigrations, broken])).toThrow(/gone/);
      expect(schemaVersion(db)).toBe(2);
      expect(schemaOf(db)).toEqual(before);
    });
  });

  it('is numbered without gaps', () => {
    expect(allMigrations.map(({ version }) => version)).toEqual(allMigrations.map((_, index) => index + 1));
  });
});
