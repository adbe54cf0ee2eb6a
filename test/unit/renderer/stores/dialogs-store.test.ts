import { describe, expect, it } from 'vitest';
import type { BulkPlan } from '#domain/bulk-job';
import { createDialogsStore } from '../../../../renderer/stores/dialogs-store';

const plan: BulkPlan = {
  planId: 'p',
  change: { verb: 'undo', ofJobId: 'j' },
  createdAt: 0,
  total: 1,
  willChange: 1,
  sooner: 0,
  unchanged: 0,
  changedSince: 0,
  blocked: [],
  sums: [],
  sample: [],
};

describe('the bulk edit', () => {
  it('begins with the expiry unless told otherwise', () => {
    const store = createDialogsStore();
    store.getState().open('bulk-edit');
    expect(store.getState()).toMatchObject({
      opened: 'bulk-edit',
      bulkEdit: { kind: 'choose', verb: 'set-expiry' },
    });
  });

  it('begins with the verb or the plan it was opened with', () => {
    const store = createDialogsStore();
    store.getState().openBulkEdit({ kind: 'choose', verb: 'close' });
    expect(store.getState()).toMatchObject({ opened: 'bulk-edit', bulkEdit: { verb: 'close' } });
    store.getState().openBulkEdit({ kind: 'plan', plan });
    expect(store.getState()).toMatchObject({ opened: 'bulk-edit', bulkEdit: { plan } });
  });

  it('forgets a plan once it was opened for something else', () => {
    const store = createDialogsStore();
    store.getState().openBulkEdit({ kind: 'plan', plan });
    store.getState().close();
    store.getState().open('bulk-edit');
    expect(store.getState().bulkEdit).toEqual({ kind: 'choose', verb: 'set-expiry' });
  });
});
