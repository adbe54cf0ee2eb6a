import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { AppError } from '#domain/app-error';
import { baseOf } from '#domain/link-patch';
import { GroupCommit } from '../../../../main/store/group-commit';
import type { EditStep } from '../../../../main/store/store-api';
import { WriteTurns } from '../../../../main/store/write-turns';
import { aLink, tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
let turns: WriteTurns;
let group: GroupCommit;
let commits: number;

beforeEach(() => {
  store = tempStore();
  turns = new WriteTurns();
  commits = 0;
  const transaction = <T>(run: () => T): T => {
    commits += 1;
    return store.transaction(run);
  };
  group = new GroupCommit({ turns, transaction });
  store.methods.upsertLinks({ links: [1, 2, 3].map((number) => aLink({ number })), source: 'import' });
  const edits = [1, 2, 3].map((linkKey) => ({
    linkKey,
    patch: { expiresAt: 1_900_000_000_000 },
    base: baseOf(aLink()),
    changes: [],
  }));
  store.methods.createJob({ id: 'job', change: { verb: 'edit' }, at: 1, edits });
  store.methods.moveJob({ jobId: 'job', to: 'running', at: 1 });
});
afterEach(() => store.dispose());

const send = (editId: number, from: EditStep['from'] = 'queued') =>
  group.run(() => store.methods.stepEdit({ editId, from, to: 'sending', at: 2, sends: true }));
const states = () =>
  store.methods.readEdits({ jobId: 'job', start: 0, end: 9 }).edits.map(({ state }) => state);

describe('a group of writes', () => {
  it('is one transaction for what arrives in the same turn, and answers each its own', async () => {
    const steps = await Promise.all([send(1), send(2), send(3)]);
    expect(steps.map(({ id, state }) => [id, state])).toEqual([1, 2, 3].map((id) => [id, 'sending']));
    expect(commits).toBe(1);
    await group.run(() => 'alone');
    expect(commits).toBe(2);
  });

  it('keeps the good ones beside one that is refused, with an unbroken audit log', async () => {
    store.methods.stepEdit({ editId: 2, from: 'queued', to: 'skipped', at: 1 });
    const before = store.methods.verifyAudit({}).entries;
    const [one, two, three] = await Promise.allSettled([send(1), send(2), send(3)]);
    expect([one.status, three.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(two).toMatchObject({ reason: { details: { reason: 'edit-moved' } } });
    expect(states()).toEqual(['sending', 'skipped', 'sending']);
    expect(store.methods.verifyAudit({})).not.toHaveProperty('brokenAt');
    expect(store.methods.verifyAudit({})).toMatchObject({ entries: before + 2 });
  });

  it('stores nothing of a write that fails after its first statement', async () => {
    const half = group.run(() =>
      store.transaction(() => {
        store.methods.stepEdit({ editId: 1, from: 'queued', to: 'sending', at: 2 });
        throw new AppError('app/unexpected');
      }),
    );
    await Promise.allSettled([half, send(2)]);
    expect(states()).toEqual(['queued', 'sending', 'queued']);
  });

  it('fails for everybody when the store itself cannot write, and stores nothing', async () => {
    const broken = group.run(() => {
      throw new AppError('store/unavailable', { reason: 'disk' });
    });
    const results = await Promise.allSettled([send(1), broken, send(3)]);
    expect(results.map((result) => result.status === 'rejected' && (result.reason as AppError).code)).toEqual(
      Array(3).fill('store/unavailable'),
    );
    expect(states()).toEqual(['queued', 'queued', 'queued']);
    expect((await send(1)).state).toBe('sending');
  });

  it('waits while a long write holds the file, and then takes all that have come', async () => {
    const held = Promise.withResolvers<undefined>();
    const long = turns.hold(() => held.promise);
    const first = send(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const second = send(2);
    expect(states()).toEqual(['queued', 'queued', 'queued']);
    held.resolve(undefined);
    await Promise.all([long, first, second]);
    expect([commits, states()]).toEqual([1, ['sending', 'sending', 'queued']]);
  });
});
