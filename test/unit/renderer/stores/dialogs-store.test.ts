import { describe, expect, it } from 'vitest';
import { createDialogsStore } from '../../../../renderer/stores/dialogs-store';
import { samplePlan } from '../../../support/renderer/sample-links';

const plan = samplePlan();

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
