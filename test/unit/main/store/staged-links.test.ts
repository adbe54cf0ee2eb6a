import { setImmediate as nextTurn } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createStagedLinks, type StagedLinks } from '../../../../main/store/staged-links';
import { WriteTurns } from '../../../../main/store/write-turns';
import { aLink, tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
let turns: WriteTurns;
let staged: StagedLinks;
beforeEach(() => {
  store = tempStore();
  turns = new WriteTurns();
  told = [];
  staged = createStagedLinks(store, turns);
});
afterEach(() => store.dispose());

const cached = () => store.methods.openQuery({ filter: {}, sort: [] }).total;
let told: number[];
const commit = (signal = new AbortController().signal) =>
  staged.commit({ signal, onStored: (links) => told.push(links) });
const stageMany = (count: number) =>
  staged.stage(Array.from({ length: count }, (_, index) => aLink({ number: index + 1 })));

describe('links that wait for the rest of their file', () => {
  it('are seen by nobody before the commit and all at once after it', async () => {
    staged.stage([aLink({ number: 1, customerName: 'نورة' })]);
    staged.stage([aLink({ number: 2 }), aLink({ number: 3 })]);
    expect(cached()).toBe(0);
    expect(await commit()).toEqual({ added: 3, changed: 0, unchanged: 0, older: 0 });
    expect(store.methods.readLinks({ keys: [1] })).toEqual([
      { ...aLink({ customerName: 'نورة' }), key: 1, pending: false, conflict: false },
    ]);
  });

  it('do not undo what others store meanwhile when they are discarded', async () => {
    staged.stage([aLink({ number: 1 })]);
    store.methods.upsertLinks({ links: [aLink({ number: 2 })], source: 'check' });
    staged.discard();
    expect(await commit()).toMatchObject({ added: 0 });
    expect(cached()).toBe(1);
  });

  it('are stored all or none', async () => {
    staged.stage([aLink({ number: 1 })]);
    staged.stage([aLink({ number: 2, connectionId: 'gone' })]);
    await expect(commit()).rejects.toMatchObject({ code: 'connection/not-found' });
    expect(cached()).toBe(0);
  });

  it('leave room for queries while they are stored, which see none of them yet', async () => {
    stageMany(1_000);
    const storing = commit();
    const seen: number[] = [];
    while (turns.isHeld) {
      seen.push(cached());
      await nextTurn();
    }
    expect(await storing).toMatchObject({ added: 1_000 });
    expect(seen.length).toBeGreaterThan(5);
    expect([told[0], told.at(-1)]).toEqual([100, 1_000]);
    expect(seen.slice(0, -1).every((count) => count === 0)).toBe(true);
    expect(cached()).toBe(1_000);
  });

  it('are gone, with nothing locked, when the import is cancelled while they are stored', async () => {
    const abort = new AbortController();
    stageMany(1_000);
    const storing = commit(abort.signal);
    await nextTurn();
    await nextTurn();
    abort.abort();
    await expect(storing).rejects.toMatchObject({ code: 'app/cancelled' });
    expect(cached()).toBe(0);
    store.methods.upsertLinks({ links: [aLink()], source: 'check' });
    expect(cached()).toBe(1);
  });
});
