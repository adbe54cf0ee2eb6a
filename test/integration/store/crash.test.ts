import { fork } from 'node:child_process';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { baseOf } from '#domain/link-patch';
import { openStore } from '../../../main/store/open-store';
import { openDatabase } from '../../../main/store/open-database';
import { bundleEntry } from '../../support/processes/bundle-entry';
import { aConnection, aLink, tempFolder, testKey } from '../../support/store/temp-store';

type Acknowledged =
  { readonly editId: number; readonly state: 'sending' | 'applied' } | { readonly batch: string };

let temp: ReturnType<typeof tempFolder>;
let file: string;
let entry: string;

beforeAll(async () => {
  temp = tempFolder();
  file = path.join(temp.folder, 'links.db');
  entry = await bundleEntry('crash-writer', 'test/integration/store/crash-writer.ts');
  const store = openStore({ file, keyHex: testKey, actor: 'tester' });
  store.methods.saveConnection({ connection: aConnection() });
  const links = Array.from({ length: 3000 }, (_, number) => aLink({ number }));
  store.methods.upsertLinks({ links, source: 'import' });
  const edits = links.map((_, index) => ({
    linkKey: index + 1,
    patch: { expiresAt: 2_000_000_000_000 },
    base: baseOf(aLink()),
    changes: [],
  }));
  store.methods.createJob({ id: 'job', change: { verb: 'edit' }, at: 1, edits });
  store.methods.moveJob({ jobId: 'job', to: 'running', at: 1 });
  store.close();
});
afterAll(() => temp.dispose());

/** Lets a child work, kills it after some acknowledgements, and answers all it acknowledged. */
function workAndKill(round: number, killAfter: number): Promise<readonly Acknowledged[]> {
  return new Promise((resolve) => {
    const child = fork(entry, [], { env: { ...process.env, CRASH_FILE: file, CRASH_ROUND: String(round) } });
    const acknowledged: Acknowledged[] = [];
    child.on('message', (message: Acknowledged) => {
      acknowledged.push(message);
      // Not at a boundary: the child is by now in the middle of something further on.
      if (acknowledged.length === killAfter) setTimeout(() => child.kill('SIGKILL'), round % 3);
    });
    child.on('close', () => resolve(acknowledged));
  });
}

describe('a store process that is killed in the middle of its work', () => {
  it.each([1, 2, 3, 4, 5])('loses nothing it has acknowledged (kill %i)', async (round) => {
    const acknowledged = await workAndKill(round, 20 + round * 7);
    expect(acknowledged.length).toBeGreaterThanOrEqual(20 + round * 7);

    const { db, setAside } = openDatabase({ file, keyHex: testKey });
    expect(setAside).toBeUndefined();
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    db.close();

    const store = openStore({ file, keyHex: testKey, actor: 'tester' });
    const { edits } = store.methods.readEdits({ jobId: 'job', start: 0, end: 3000 });
    const states = new Map(edits.map(({ id, state }) => [id, state]));
    for (const message of acknowledged) {
      if ('batch' in message) {
        const { total } = store.methods.openQuery({ filter: { words: [`${message.batch}-`] }, sort: [] });
        expect(total).toBe(100);
      } else if (message.state === 'applied') {
        expect(states.get(message.editId)).toBe('applied');
      } else {
        expect(['sending', 'applied']).toContain(states.get(message.editId));
      }
    }
    const applied = edits.filter(({ state }) => state === 'applied');
    const links = store.methods.readLinks({ keys: applied.map(({ linkKey }) => linkKey) });
    expect(links.every(({ expiresAt }) => expiresAt === 2_000_000_000_000)).toBe(true);
    // Each step is one entry: no step without its entry, no entry without its step.
    const steps = edits.reduce(
      (sum, { state }) => sum + (state === 'applied' ? 2 : state === 'sending' ? 1 : 0),
      0,
    );
    // The first one is the start of the job.
    const verdict = store.methods.verifyAudit({});
    expect(verdict).toMatchObject({ entries: steps + 1 });
    expect(verdict).not.toHaveProperty('brokenAt');
    store.close();
  });
});
