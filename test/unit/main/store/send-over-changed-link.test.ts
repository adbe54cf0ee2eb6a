import { afterEach, beforeEach, expect, it } from 'vitest';

import { aLink, tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
beforeEach(() => {
  store = tempStore();
  const { status, expiresAt, amount } = aLink();
  store.methods.upsertLinks({ links: [aLink()], source: 'import' });
  const edit = {
    linkKey: 1,
    patch: { expiresAt: 1_900_000_000_000 },
    base: {
      status,
      ...(expiresAt === undefined ? {} : { expiresAt }),
      ...(amount === undefined ? {} : { amount }),
    },
    changes: [],
  };
  store.methods.createJob({ id: 'job', change: { verb: 'edit' }, at: 10, edits: [edit] });
  store.methods.moveJob({ jobId: 'job', to: 'running', at: 20 });
});
afterEach(() => store.dispose());

const step = (sends?: true) =>
  store.methods.stepEdit({
    ...{ editId: 1, from: 'queued', to: 'sending', at: 30 },
    ...(sends === undefined ? {} : { sends }),
  });

it('a step that is about to send is refused once its link has changed, and nothing is stored', () => {
  const link = aLink({ expiresAt: 1_850_000_000_000, checkedAt: 1_760_000_000_000 });
  store.methods.upsertLinks({ links: [link], source: 'check' });
  const details: unknown = expect.objectContaining({ reason: 'link-moved' });
  expect(() => step(true)).toThrow(expect.objectContaining({ code: 'app/unexpected', details }));
  const { edits } = store.methods.readEdits({ jobId: 'job', start: 0, end: 1 });
  expect(edits[0]).toMatchObject({ state: 'queued', tries: 0 });
  // It may still be looked at.
  expect(step().state).toBe('sending');
});

it('over a link that is as it was it sends, and counts as a try', () => {
  const link = aLink({ customerName: 'Sara', checkedAt: 1_760_000_000_000 });
  store.methods.upsertLinks({ links: [link], source: 'check' });
  expect(step(true)).toMatchObject({ state: 'sending', tries: 1 });
});
