import path from 'node:path';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { openStore } from '../../../main/store/open-store';
import { createStoreClient, type StoreClient } from '../../../main/store/store-client';
import { bundleEntry } from '../../support/processes/bundle-entry';
import { forkLink, type ForkedLink } from '../../support/processes/fork-link';
import { openForTampering } from '../../support/store/tampered-log';
import { aConnection, tempFolder, testKey } from '../../support/store/temp-store';

const entries = 12_000;

let entry: string;
let temp: ReturnType<typeof tempFolder>;
let client: StoreClient;
let running: ForkedLink;
const file = () => path.join(temp.folder, 'links.db');
const append = (at: number) =>
  client.call('appendAudit', { at, event: 'test.happened', subject: `thing/${String(at)}`, detail: at });

beforeAll(async () => {
  entry = await bundleEntry('store-process-audit', 'main/store-process.ts');
});
beforeEach(async () => {
  temp = tempFolder();
  client = createStoreClient({ start: () => (running = forkLink(entry)) });
  await client.call('open', { file: file(), keyHex: testKey });
  await client.call('saveConnection', { connection: aConnection() });
});
afterEach(async () => {
  await client.stop();
  temp.dispose();
});

/** Entries by the thousand, in one transaction. */
function fillLog(): void {
  const store = openStore({ file: file(), keyHex: testKey, actor: 'tester' });
  store.transaction(() => {
    for (let at = 1; at <= entries; at += 1) {
      store.methods.appendAudit({ at, event: 'test.happened', subject: 'thing', detail: at });
    }
  });
  store.close();
}

describe('a verification in the store process', () => {
  it('tells its progress, lets queries and entries pass, and is not misled by what they store', async () => {
    fillLog();
    const told: number[] = [];
    const stopListening = client.on('auditProgress', ({ done, total }) => {
      expect(total).toBe(entries);
      told.push(done);
    });
    const done: string[] = [];
    const verdict = client.call('verifyAudit', {}).then((answer) => {
      done.push('verified');
      return answer;
    });
    for (let at = 1; at <= 5; at += 1) {
      await append(entries + at);
      done.push('entry');
    }
    expect(await client.call('listConnections', {})).toHaveLength(1);
    expect(await verdict).toMatchObject({ entries });
    expect(await verdict).not.toHaveProperty('brokenAt');
    expect(done.indexOf('verified')).toBeGreaterThan(0);
    stopListening();
    expect(told.at(-1)).toBe(entries);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(await client.call('verifyAudit', {})).toMatchObject({ entries: entries + 5 });
  });

  it('can be cancelled', async () => {
    fillLog();
    const abort = new AbortController();
    const last: number[] = [];
    client.on('auditProgress', ({ done }) => {
      last.push(done);
      abort.abort();
    });
    const call = client.call('verifyAudit', {}, { signal: abort.signal });
    await expect(call).rejects.toMatchObject({ code: 'app/cancelled' });
    expect(await client.call('readAudit', { start: 0, end: 1 })).toMatchObject({ total: entries });
    expect(last.at(-1)).toBeLessThan(entries);
  });

  it('locates what somebody with the key did to the file meanwhile', async () => {
    for (let at = 1; at <= 20; at += 1) await append(at);
    const raw = openForTampering(file());
    raw.exec("UPDATE audit SET actor = 'somebody else' WHERE sequence = 7");
    raw.close();
    expect(await client.call('verifyAudit', {})).toMatchObject({ entries: 20, brokenAt: 7 });
  });

  it('writes the log into a file, with progress', async () => {
    fillLog();
    const told: number[] = [];
    client.on('exportProgress', ({ done }) => told.push(done));
    const target = path.join(temp.folder, 'audit.csv');
    const format = { language: 'en', zone: 'Asia/Kuwait' } as const;
    expect(await client.call('exportAudit', { target, format })).toMatchObject({ rows: entries });
    expect(told.at(-1)).toBe(entries);
  });
});

describe('a verification of a file that another process has open', () => {
  const verifyFile = (keyHex = testKey, name = 'links.db') => {
    const other = createStoreClient({ start: () => forkLink(entry) });
    const input = { file: path.join(temp.folder, name), keyHex };
    return other.call('verifyAuditFile', input).finally(() => other.stop());
  };

  it('reads what was stored up to then and leaves the other at work', async () => {
    for (let at = 1; at <= 3; at += 1) await append(at);
    const newest = await append(4);
    expect(await verifyFile()).toEqual({ entries: 4, head: newest.hash });
    await append(5);
    expect(await verifyFile()).toMatchObject({ entries: 5 });
  });

  it('reads what a process that was killed had stored', async () => {
    const { hash } = await append(1);
    const gone = new Promise<void>((resolve) => running.onExit(() => resolve()));
    running.kill();
    await gone;
    expect(await verifyFile()).toEqual({ entries: 1, head: hash });
  });

  it('makes no file and sets none aside', async () => {
    await append(1);
    const failure = (reason: string) => ({ code: 'store/unavailable', details: { reason } });
    await expect(verifyFile('ab'.repeat(32))).rejects.toMatchObject(failure('corrupt'));
    await expect(verifyFile(testKey, 'none.db')).rejects.toMatchObject(failure('disk'));
    expect(await verifyFile()).toMatchObject({ entries: 1 });
    await append(2);
    expect(await client.call('verifyAudit', {})).toMatchObject({ entries: 2 });
  });
});
