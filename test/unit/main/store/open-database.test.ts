import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openDatabase } from '../../../../main/store/open-database';
import { openStore, type OpenStore } from '../../../../main/store/open-store';
import { aConnection, aLink, tempFolder, testKey } from '../../../support/store/temp-store';

const otherKey = '1e'.repeat(32);
let temp: ReturnType<typeof tempFolder>;
let file: string;
let opened: OpenStore[];

beforeEach(() => {
  temp = tempFolder();
  file = path.join(temp.folder, 'links.db');
  opened = [];
});
afterEach(() => {
  for (const store of opened) store.close();
  temp.dispose();
});

function open(keyHex = testKey, at = file, lockWaitMs = 50): OpenStore {
  const store = openStore({
    file: at,
    keyHex,
    lockWaitMs,
    actor: 'tester',
    now: () => Date.UTC(2026, 10, 20, 15, 4, 5),
  });
  opened.push(store);
  return store;
}

function closeAll(): void {
  for (const store of opened.splice(0)) store.close();
}

function fill(store: OpenStore): void {
  store.methods.saveConnection({ connection: aConnection() });
  store.methods.upsertLinks({ links: [aLink({ customerName: 'Fatima Al-Sabah' })], source: 'import' });
}

const count = (store: OpenStore) => store.methods.openQuery({ filter: {}, sort: [] }).total;
const unavailable = (reason: string): unknown => {
  const details: unknown = expect.objectContaining({ reason, retryable: reason === 'locked' });
  return expect.objectContaining({ code: 'store/unavailable', details });
};

describe('the file of the store', () => {
  it('opens again with its key', () => {
    fill(open());
    closeAll();
    const again = open();
    expect(again.opened).toEqual({ schemaVersion: 5 });
    expect(count(again)).toBe(1);
  });

  it('holds no plaintext, not in its log either, and cannot be read without the key', () => {
    fill(open());
    const inLog = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
    closeAll();
    const inFile = readFileSync(file);
    for (const secret of ['Fatima', 'fatima', 'INV-1', 'SQLite format', 'CREATE TABLE', testKey]) {
      expect(inLog.includes(secret)).toBe(false);
      expect(inFile.includes(secret)).toBe(false);
    }
    expect(() => openDatabase({ file, keyHex: testKey.slice(1) })).toThrow(unavailable('key-malformed'));
  });

  it('is set aside whole when the key does not open it, and a new one is begun', () => {
    fill(open());
    closeAll();
    const fresh = open(otherKey);
    expect(fresh.opened).toEqual({ schemaVersion: 5, setAside: 'links.db.set-aside-20261120T150405Z' });
    expect(count(fresh)).toBe(0);
    expect(count(open(testKey, path.join(temp.folder, 'links.db.set-aside-20261120T150405Z')))).toBe(1);
  });

  it('is set aside with the log that a crash left behind', () => {
    const store = open();
    fill(store);
    // What a process that was killed leaves: the newest pages are only in the log.
    const crashed = path.join(temp.folder, 'crashed.db');
    for (const suffix of ['', '-wal', '-shm']) cpSync(file + suffix, crashed + suffix);
    const { setAside = '' } = open(otherKey, crashed).opened;
    closeAll();
    expect(count(open(testKey, path.join(temp.folder, setAside)))).toBe(1);
  });

  it('opens as it is when it was made with the cipher of before, with the log that a crash left behind', () => {
    fill(open());
    closeAll();
    const { db } = openDatabase({ file, keyHex: testKey });
    db.pragma('journal_mode = DELETE');
    db.pragma("cipher = 'chacha20'");
    db.pragma(`rekey = "x'${testKey}'"`);
    db.close();
    const store = open();
    store.methods.upsertLinks({ links: [aLink({ number: 2 })], source: 'import' });
    const crashed = path.join(temp.folder, 'crashed.db');
    for (const suffix of ['', '-wal', '-shm']) cpSync(file + suffix, crashed + suffix);
    closeAll();
    for (const at of [file, crashed]) {
      const again = open(testKey, at);
      expect(again.opened).toEqual({ schemaVersion: 5 });
      expect(count(again)).toBe(2);
    }
  });

  it('never overwrites a file that was set aside in the same second', () => {
    for (const keyHex of [testKey, otherKey, testKey]) {
      open(keyHex);
      closeAll();
    }
    expect(readdirSync(temp.folder).sort()).toEqual([
      'links.db',
      'links.db.set-aside-20261120T150405Z',
      'links.db.set-aside-20261120T150405Z-2',
    ]);
  });

  it('is set aside when it is no database at all', () => {
    writeFileSync(file, 'hello');
    expect(open().opened.setAside).toBeDefined();
  });

  it.each([testKey, otherKey])('stays where it is while another process holds it (key %#)', (keyHex) => {
    fill(open());
    closeAll();
    const { db } = openDatabase({ file, keyHex: testKey });
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
    expect(() => open(keyHex)).toThrow(unavailable('locked'));
    db.exec('ROLLBACK');
    db.close();
    expect(count(open())).toBe(1);
    expect(readdirSync(temp.folder).some((name) => name.includes('set-aside'))).toBe(false);
  });

  it('is not set aside when a page of it is damaged', () => {
    const store = open();
    fill(store);
    closeAll();
    const bytes = readFileSync(file);
    // The second page holds a table; every page carries its own tag.
    for (let at = 4096; at < bytes.length; at += 4096)
      bytes.writeUInt8(bytes.readUInt8(at + 9) ^ 0xff, at + 9);
    writeFileSync(file, bytes);
    expect(() => {
      const damaged = open();
      count(damaged);
    }).toThrow(unavailable('corrupt'));
    expect(readdirSync(temp.folder).some((name) => name.includes('set-aside'))).toBe(false);
  });

  it('of a later version is refused and left untouched', () => {
    open();
    closeAll();
    const { db } = openDatabase({ file, keyHex: testKey });
    db.pragma('user_version = 99');
    db.close();
    expect(() => open()).toThrow(unavailable('newer-schema'));
    expect(readdirSync(temp.folder)).toEqual(['links.db']);
  });

  it('cannot be a folder, or in a folder that does not exist', () => {
    mkdirSync(file);
    expect(() => open()).toThrow(unavailable('disk'));
    expect(() => open(testKey, path.join(temp.folder, 'gone', 'links.db'))).toThrow(unavailable('disk'));
    expect(existsSync(path.join(temp.folder, 'gone'))).toBe(false);
  });
});
