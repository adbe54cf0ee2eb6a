import { readFileSync } from 'node:fs';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { noEdits } from '#domain/edit-state';
import { migrate, schemaVersion } from '../../../main/store/migrate';
import { allMigrations } from '../../../main/store/migrations/all-migrations';
import { openDatabase } from '../../../main/store/open-database';
import { foldForIndex } from '../../../main/store/search-index';
import { openStore } from '../../../main/store/open-store';
import type { StoreDatabase } from '../../../main/store/store-database';
import { planIn } from '../../support/store/plan-in';
import { aPage, listed } from '../../support/store/sync-pages';
import { aConnection, anAhrvoConnection, tempFolder, testKey } from '../../support/store/temp-store';

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
    expect(store.opened).toEqual({ schemaVersion: 5 });
    expect(store.methods.listConnections({})).toEqual([aConnection()]);
    expect(store.methods.readSettings({})).toEqual({ zone: 'Asia/Kuwait' });
    expect(store.methods.readLinks({ keys: [1, 2] })).toMatchObject([
      {
        linkId: '250100000000000001',
        customerName: 'نورة',
        amount: { amountMinor: 12_500, currency: 'KWD' },
      },
      { status: 'paid', orderText: 'Winter', pending: false, conflict: false },
    ]);
    expect(store.methods.readHistory({ key: 2 })).toHaveLength(1);
    expect(store.methods.openQuery({ filter: { words: ['WINTER'] }, sort: [] }).total).toBe(1);
    const edits = [{ linkKey: 1, patch: { expiresAt: 5 }, base: { status: 'open' as const }, changes: [] }];
    expect(
      store.methods.createJob({ id: 'job', change: { verb: 'edit' }, at: 1, edits }).counts.planned,
    ).toBe(1);
    store.methods.appendAudit({ at: 1, event: 'test', subject: 'x', detail: {} });
    expect(store.methods.verifyAudit({})).toMatchObject({ entries: 1 });
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

describe('a file of version 2', () => {
  const edit = (id: number, jobId: string, state: string, linkKey = 1) =>
    `(${String(id)}, '${jobId}', ${String(linkKey)}, 'shop', '250100000000000001', 'INV-1', '${state}', '{"expiresAt":5}',
      '{"status":"open"}', '[]', 1, 9, NULL, NULL, NULL, NULL)`;

  function writeVersionTwo(db: StoreDatabase): void {
    db.exec(versionOne);
    migrate(db, allMigrations.slice(0, 2));
    db.exec(`
      INSERT INTO job VALUES
        ('bulk', '{"verb":"set-expiry","expiry":{"kind":"absolute","at":5}}', 'finished', 100, 200, NULL),
        ('single', '{"verb":"edit"}', 'paused', 110, NULL, 'provider/unreachable'),
        ('left', '{"verb":"edit"}', 'planned', 120, NULL, NULL);
      INSERT INTO edit VALUES
        ${edit(1, 'bulk', 'applied')}, ${edit(2, 'bulk', 'applied')}, ${edit(3, 'bulk', 'failed', 2)},
        ${edit(4, 'single', 'unknown')}, ${edit(5, 'left', 'planned')};
    `);
  }

  it('keeps its jobs: those that are more than planned were started when they were made', () => {
    withRaw(file, writeVersionTwo);
    const store = openStore({ file, keyHex: testKey, actor: 'tester' });
    expect(store.opened).toEqual({ schemaVersion: 5 });
    expect(store.methods.readJobs({ withSingle: true, start: 0, end: 9 })).toMatchObject({
      total: 2,
      jobs: [
        { id: 'single', startedAt: 110, pausedBy: 'provider/unreachable', counts: { unknown: 1 } },
        { id: 'bulk', startedAt: 100, finishedAt: 200, counts: { ...noEdits, applied: 2, failed: 1 } },
      ],
    });
    expect(store.methods.readJobs({ withSingle: false, start: 0, end: 9 }).total).toBe(1);
    expect(store.methods.readJob({ jobId: 'left' })).not.toHaveProperty('startedAt');
    expect(store.methods.countEdits({})).toEqual({ ...noEdits, applied: 2, failed: 1, unknown: 1 });
    const { edits } = store.methods.readEdits({ jobId: 'bulk', start: 0, end: 9 });
    expect(edits.map(({ id, tries, sentAt }) => [id, tries, sentAt])).toEqual([
      [1, 1, undefined],
      [2, 1, undefined],
      [3, 1, undefined],
    ]);
    expect(store.methods.retryFailed({ jobId: 'bulk', at: 300 })).toBe(1);
    expect(store.methods.readJob({ jobId: 'bulk' })).toMatchObject({
      state: 'running',
      startedAt: 100,
      counts: { ...noEdits, applied: 2, queued: 1 },
    });
    store.close();
  });

  it('has no plans to read, and its jobs can be undone', async () => {
    withRaw(file, writeVersionTwo);
    const store = openStore({ file, keyHex: testKey, actor: 'tester' });
    expect(() => store.methods.readPlan({ planId: 'bulk' })).toThrow(
      expect.objectContaining({ code: 'plan/not-found' }),
    );
    const plan = await planIn(store, { planId: 'undo', of: { kind: 'undo', jobId: 'bulk' } });
    expect(plan.total).toBe(2);
    store.close();
  });
});

describe('a file of version 3', () => {
  it('finds Arabic texts however their letters are written, and digits of any script', () => {
    withRaw(file, (db) => {
      db.exec(versionOne);
      migrate(db, allMigrations.slice(0, 3));
      db.exec(`
        UPDATE link SET customer_name = 'فاطمة مصطفى', order_text = 'طلب ٤٧۱۲ کریم نـورة' WHERE key = 1;
        UPDATE link_search SET customer_name = 'فاطمة مصطفى', order_text = 'طلب ٤٧۱۲ کریم نـورة' WHERE rowid = 1;
      `);
    });
    const store = openStore({ file, keyHex: testKey, actor: 'tester' });
    const found = (word: string) => store.methods.openQuery({ filter: { words: [word] }, sort: [] }).total;
    for (const word of ['فاطمه', 'فاطمة', 'مصطفي', 'مصطفى', '4712', '٤٧١٢', 'كريم', 'نورة', '12']) {
      expect([word, found(word)]).toEqual([word, 1]);
    }
    expect(store.methods.openQuery({ filter: {}, sort: [] }).cached).toBe(2);
    store.close();
    expect(
      withRaw(
        file,
        (db) => db.prepare("INSERT INTO link_search (link_search) VALUES ('integrity-check')").run().changes,
      ),
    ).toBeDefined();
  });

  it('folds its texts as they are folded today', () => {
    const letters = 'aىیکةـ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹';
    withRaw(file, (db) => {
      db.exec(versionOne);
      migrate(db, allMigrations.slice(0, 3));
      db.prepare<[string]>('UPDATE link_search SET order_text = ? WHERE rowid = 1').run(letters);
      migrate(db, allMigrations);
      const folded = db
        .prepare<[], string>('SELECT order_text FROM link_search WHERE rowid = 1')
        .pluck()
        .get();
      expect(folded).toBe(foldForIndex(letters));
    });
  });
});

describe('a file of version 4', () => {
  it('keeps its connections, takes a second provider and a sync, and finds its duplicates', () => {
    withRaw(file, (db) => {
      db.exec(versionOne);
      migrate(db, allMigrations.slice(0, 4));
      db.exec(`UPDATE link SET status = 0, reference = 'inv-1', currency = 'KWD', amount_minor = 12500;
        UPDATE link SET reference = 'INV-1' WHERE key = 1;`);
    });
    const store = openStore({ file, keyHex: testKey, actor: 'tester' });
    expect(store.methods.listConnections({})).toEqual([aConnection()]);
    store.methods.saveConnection({ connection: anAhrvoConnection({ id: 'two', name: 'Two' }) });
    expect(store.methods.listConnections({})).toHaveLength(2);
    expect(store.methods.openQuery({ filter: { marks: ['duplicate'] }, sort: [] }).total).toBe(2);
    const { id } = store.methods.startSync({ id: 'run', connectionId: 'two', mode: 'incremental', at: 1 });
    const pages = [aPage([listed(7)])];
    expect(store.methods.storeSyncPages({ runId: id, pages, at: 2 }).run).toMatchObject({
      ...{ mode: 'full', state: 'finished', digest: { new: 1 } },
    });
    store.close();
  });
});

describe('a migration', () => {
  it('that fails leaves the file as it was, at its version', () => {
    withRaw(file, (db) => {
      migrate(db, allMigrations);
      const broken = {
        version: allMigrations.length + 1,
        name: 'broken',
        sql: 'CREATE TABLE half (a); INSERT INTO gone VALUES (1)',
      };
      const before = schemaOf(db);
      expect(() => migrate(db, [...allMigrations, broken])).toThrow(/gone/);
      expect(schemaVersion(db)).toBe(allMigrations.length);
      expect(schemaOf(db)).toEqual(before);
    });
  });

  it('is numbered without gaps', () => {
    expect(allMigrations.map(({ version }) => version)).toEqual(allMigrations.map((_, index) => index + 1));
  });
});
