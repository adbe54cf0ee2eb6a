import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { EditFilter } from '../../../../main/store/store-api';
import { noEdits, type EditState } from '#domain/edit-state';
import { aLink, tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
beforeEach(() => {
  store = tempStore();
  const references = ['Ünal-100%', 'INV_2', 'INVX2', 'back\\slash', 'plain'];
  const links = references.map((reference, index) => aLink({ number: index + 1, reference }));
  store.methods.upsertLinks({ links, source: 'import' });
  start('first', 1, 2, 3);
  start('second', 4);
  create('plan', 5);
});
afterEach(() => store.dispose());

const create = (id: string, ...linkKeys: number[]) => {
  const edits = linkKeys.map((linkKey) => ({
    linkKey,
    patch: { expiresAt: 5 },
    base: { status: 'open' as const },
    changes: [],
  }));
  store.methods.createJob({ id, change: { verb: 'close' }, at: 1, edits });
};
const start = (id: string, ...linkKeys: number[]) => {
  create(id, ...linkKeys);
  store.methods.moveJob({ jobId: id, to: 'running', at: 1 });
};
const step = (editId: number, to: EditState, more: object = {}) =>
  store.methods.stepEdit({ editId, from: 'queued', to, at: 2, ...more });
const page = (filter: EditFilter, start = 0, end = 99) => {
  const { total, edits } = store.methods.readEdits({ ...filter, start, end });
  return [total, edits.map(({ id }) => id)];
};
const found = (search: string) => page({ jobId: 'first', search })[1];

describe('edits of a job', () => {
  it('are found by any part of reference, link id, provider text and code, whatever the case', () => {
    step(2, 'failed', { provider: { code: '00117', text: 'Link Already Paid' } });
    expect(found('nal-1')).toEqual([1]);
    expect(found('inv')).toEqual([2, 3]);
    expect(found('already paid')).toEqual([2]);
    expect(found('0117')).toEqual([2]);
    expect(found(aLink({ number: 3 }).linkId.slice(-6))).toEqual([3]);
    expect(found('nowhere')).toEqual([]);
  });

  it('are searched for the signs themselves, not for what LIKE makes of them', () => {
    expect(found('100%')).toEqual([1]);
    expect(found('%')).toEqual([1]);
    expect(found('V_2')).toEqual([2]);
    expect(page({ jobId: 'second', search: 'k\\s' })[1]).toEqual([4]);
    expect(found('\\')).toEqual([]);
  });

  it('are all found by a blank search', () => {
    expect(found('  ')).toEqual([1, 2, 3]);
  });

  it('are counted whole whatever page is read', () => {
    step(1, 'failed');
    expect(page({ jobId: 'first' }, 1, 2)).toEqual([3, [2]]);
    expect(page({ jobId: 'first', search: 'inv' }, 1, 2)).toEqual([2, [3]]);
    expect(page({ jobId: 'first', search: 'inv', states: ['failed'] })).toEqual([0, []]);
    expect(page({ jobId: 'first', states: ['failed', 'applied'] })).toEqual([1, [1]]);
    expect(page({ jobId: 'first', states: [] })).toEqual([0, []]);
  });
});

describe('edits of all started jobs', () => {
  it('leave out those that are only planned', () => {
    expect(page({})).toEqual([4, [1, 2, 3, 4]]);
    expect(page({ states: ['planned'] })).toEqual([0, []]);
    expect(page({ search: 'plain' })).toEqual([0, []]);
    expect(store.methods.countEdits({})).toEqual({ ...noEdits, queued: 4 });
  });

  it('are in the order they were made, across jobs and states', () => {
    step(4, 'conflict');
    step(2, 'conflict');
    expect(page({ states: ['conflict'] })).toEqual([2, [2, 4]]);
    expect(page({ states: ['queued', 'conflict'] }, 1, 3)).toEqual([4, [2, 3]]);
    expect(page({ states: ['conflict'], search: 'inv' })).toEqual([1, [2]]);
    expect(store.methods.countEdits({})).toEqual({ ...noEdits, queued: 2, conflict: 2 });
  });
});

describe('open edits of a link', () => {
  it('are those that wait, are under way, or need a decision, newest first', () => {
    const open = () =>
      store.methods.openEditsOf({ linkKey: 1 }).map(({ id, state }) => `${String(id)} ${state}`);
    expect(open()).toEqual(['1 queued']);
    step(1, 'conflict');
    expect(open()).toEqual(['1 conflict']);
    // A file of an earlier version may hold more than one.
    store.raw().exec("UPDATE edit SET link_key = 1, state = 'unknown' WHERE id = 3");
    expect(open()).toEqual(['3 unknown', '1 conflict']);
    step(2, 'failed');
    expect(store.methods.openEditsOf({ linkKey: 2 })).toEqual([]);
    expect(store.methods.openEditsOf({ linkKey: 5 })).toEqual([]);
  });

  it('mark their link as pending, or as in conflict', () => {
    step(1, 'conflict');
    step(3, 'failed');
    const marks = store.methods
      .readLinks({ keys: [1, 2, 3, 5] })
      .map(({ pending, conflict }) => [pending, conflict]);
    expect(marks).toEqual([
      [false, true],
      [true, false],
      [false, false],
      [false, false],
    ]);
  });
});
