import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createStagedLinks, type StagedLinks } from '../../../../main/store/staged-links';
import { aLink, tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
let staged: StagedLinks;
beforeEach(() => {
  store = tempStore();
  staged = createStagedLinks(store.writer);
});
afterEach(() => store.dispose());

const cached = () => store.methods.openQuery({ filter: {}, sort: [] }).total;

describe('links that wait for the rest of their file', () => {
  it('are seen by nobody before the commit and all at once after it', () => {
    staged.stage([aLink({ number: 1, customerName: 'نورة' })]);
    staged.stage([aLink({ number: 2 }), aLink({ number: 3 })]);
    expect(cached()).toBe(0);
    expect(staged.commit()).toEqual({ added: 3, changed: 0, unchanged: 0, older: 0 });
    expect(store.methods.readLinks({ keys: [1] })).toEqual([
      { ...aLink({ customerName: 'نورة' }), key: 1, pending: false },
    ]);
  });

  it('do not undo what others store meanwhile when they are discarded', () => {
    staged.stage([aLink({ number: 1 })]);
    store.methods.upsertLinks({ links: [aLink({ number: 2 })], source: 'check' });
    staged.discard();
    expect(staged.commit()).toMatchObject({ added: 0 });
    expect(cached()).toBe(1);
  });

  it('are stored all or none', () => {
    staged.stage([aLink({ number: 1 })]);
    staged.stage([aLink({ number: 2, connectionId: 'gone' })]);
    expect(() => staged.commit()).toThrow(expect.objectContaining({ code: 'connection/not-found' }));
    expect(cached()).toBe(0);
  });
});
