import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { planIn, someLinks } from '../../../support/store/plan-in';
import { aConnection, aLink, tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
beforeEach(() => {
  store = tempStore();
});
afterEach(() => store.dispose());

const base = { status: 'open' as const };
const startJob = (id: string, ...linkKeys: number[]) => {
  const edits = linkKeys.map((linkKey) => ({ linkKey, patch: { expiresAt: 5 }, base, changes: [] }));
  store.methods.createJob({ id, change: { verb: 'edit' }, at: 1, edits });
  store.methods.moveJob({ jobId: id, to: 'running', at: 1 });
};
const cancel = (jobId: string) => store.methods.moveJob({ jobId, to: 'cancelled', at: 2 });
const remove = (connectionId: string) => store.methods.removeConnection({ connectionId });

describe('connections', () => {
  it('are listed by name, as they were saved', () => {
    const own = aConnection({
      id: 'own',
      name: 'atelier',
      environment: 'custom',
      endpoint: 'http://127.0.0.1:9/',
    });
    store.methods.saveConnection({ connection: own });
    expect(store.methods.listConnections({})).toEqual([
      own,
      aConnection({ id: 'web', name: 'Boutique' }),
      aConnection(),
    ]);
  });

  it('are replaced by their id', () => {
    store.methods.saveConnection({ connection: aConnection({ name: 'New shop', shaType: 'HMAC-512' }) });
    expect(store.methods.listConnections({})).toContainEqual(
      aConnection({ name: 'New shop', shaType: 'HMAC-512' }),
    );
  });

  it('do not share a name, whatever its case', () => {
    expect(() =>
      store.methods.saveConnection({ connection: aConnection({ id: 'x', name: 'SHOP' }) }),
    ).toThrow(expect.objectContaining({ code: 'connection/name-taken' }));
  });

  it('leave with their links, history, searches and settled edits, and with nothing of others', () => {
    store.methods.upsertLinks({ links: [aLink(), aLink({ connectionId: 'web' })], source: 'import' });
    store.methods.upsertLinks({ links: [aLink({ status: 'paid' })], source: 'check' });
    for (const [id, ...linkKeys] of [['both', 1, 2] as const, ['own', 1] as const]) {
      startJob(id, ...linkKeys);
      cancel(id);
    }
    const { handle } = store.methods.openQuery({ filter: {}, sort: [] });
    remove('shop');
    expect(store.methods.listConnections({}).map(({ id }) => id)).toEqual(['web']);
    expect(store.methods.openQuery({ filter: { words: ['INV'] }, sort: [] }).total).toBe(1);
    expect(store.methods.readHistory({ key: 1 })).toEqual([]);
    expect(store.methods.listJobs({}).map(({ id, counts }) => [id, counts.skipped])).toEqual([['both', 1]]);
    expect(() => store.methods.readRange({ handle, start: 0, end: 1 })).toThrow(
      expect.objectContaining({ code: 'store/result-closed' }),
    );
  });

  it('stay while one of their edits is under way', () => {
    store.methods.upsertLinks({ links: [aLink()], source: 'import' });
    startJob('job', 1);
    expect(() => remove('shop')).toThrow(expect.objectContaining({ code: 'job/already-running' }));
    expect(store.methods.listConnections({})).toHaveLength(2);
  });

  it('leave although a cancelled job never learned what became of their edits, and the audit log keeps how many', () => {
    const links = [1, 2, 3].map((number) => aLink({ number }));
    store.methods.upsertLinks({ links, source: 'import' });
    startJob('job', 1, 2, 3);
    for (const editId of [1, 2]) {
      store.methods.stepEdit({ editId, from: 'queued', to: 'sending', at: 1 });
    }
    store.methods.stepEdit({ editId: 2, from: 'sending', to: 'unknown', at: 1 });
    expect(() => remove('shop')).toThrow(expect.objectContaining({ code: 'job/already-running' }));
    cancel('job');
    const before = store.methods.readAudit({ start: 0, end: 9 }).total;
    remove('shop');
    expect(store.methods.listConnections({}).map(({ id }) => id)).toEqual(['web']);
    const { total, entries } = store.methods.readAudit({ start: 0, end: 9 });
    expect(total).toBe(before + 1);
    expect(entries[0]).toMatchObject({
      event: 'connection.undecided-edits',
      subject: 'shop',
      detail: { outcomesNeverLearned: { sending: 1, unknown: 1 }, conflictsNeverDecided: 0 },
    });
  });

  it('leave with the conflicts nobody decided, and the audit log keeps how many', () => {
    store.methods.upsertLinks({ links: [aLink()], source: 'import' });
    startJob('job', 1);
    store.methods.stepEdit({ editId: 1, from: 'queued', to: 'conflict', at: 1 });
    remove('shop');
    expect(store.methods.readAudit({ start: 0, end: 1 }).entries[0]).toMatchObject({
      event: 'connection.undecided-edits',
      detail: { outcomesNeverLearned: {}, conflictsNeverDecided: 1 },
    });
  });

  it('leave without a word to the audit log when every outcome is known', () => {
    store.methods.upsertLinks({ links: [aLink()], source: 'import' });
    startJob('job', 1);
    store.methods.stepEdit({ editId: 1, from: 'queued', to: 'failed', at: 1 });
    const before = store.methods.readAudit({ start: 0, end: 9 }).total;
    remove('shop');
    expect(store.methods.readAudit({ start: 0, end: 9 }).total).toBe(before);
    expect(store.methods.listJobs({})).toEqual([]);
  });

  it('take the plans with them that have a row of theirs, and no other', async () => {
    const links = [
      aLink(),
      aLink({ connectionId: 'web' }),
      aLink({ connectionId: 'web', number: 2, status: 'paid' }),
    ];
    store.methods.upsertLinks({ links, source: 'import' });
    const plan = (planId: string, keys: readonly number[]) =>
      planIn(store, { planId, of: someLinks(keys, { verb: 'close' }) });
    await plan('both', [1, 2]);
    await plan('blocked', [1, 3]);
    await plan('all-blocked', [3]);
    await plan('shop', [1]);
    remove('web');
    expect(store.methods.listJobs({}).map(({ id }) => id)).toEqual(['shop']);
    expect(store.methods.readPlanRows({ planId: 'shop', start: 0, end: 9 }).total).toBe(1);
    const rest = store.raw().prepare<[], { rows: number }>('SELECT count(*) AS rows FROM plan_row');
    expect(rest.get()).toEqual({ rows: 0 });
  });

  it('leave the other rows of a job that was started', async () => {
    const links = [aLink(), aLink({ connectionId: 'web', status: 'paid' })];
    store.methods.upsertLinks({ links, source: 'import' });
    await planIn(store, { planId: 'job', of: someLinks([1, 2], { verb: 'close' }) });
    store.methods.moveJob({ jobId: 'job', to: 'running', at: 1 });
    remove('web');
    expect(store.methods.readPlanRows({ planId: 'job', start: 0, end: 9 })).toMatchObject({
      total: 1,
      rows: [{ linkKey: 1 }],
    });
  });

  it('that do not exist cannot be removed', () => {
    expect(() => remove('gone')).toThrow(expect.objectContaining({ code: 'connection/not-found' }));
  });

  it('never give a removed link’s key to another link', () => {
    store.methods.upsertLinks({ links: [aLink()], source: 'import' });
    remove('shop');
    store.methods.upsertLinks({ links: [aLink({ connectionId: 'web' })], source: 'import' });
    expect(store.methods.readLinks({ keys: [1] })).toEqual([]);
    expect(store.methods.readLinks({ keys: [2] })).toHaveLength(1);
  });
});

describe('settings', () => {
  it('keep any JSON value under a name until it is unset', () => {
    store.methods.writeSetting({ name: 'zone', value: 'Asia/Kuwait' });
    store.methods.writeSetting({ name: 'view', value: { columns: ['a'], dense: true, none: null } });
    store.methods.writeSetting({ name: 'zone', value: 'Asia/Riyadh' });
    expect(store.methods.readSettings({})).toEqual({
      view: { columns: ['a'], dense: true, none: null },
      zone: 'Asia/Riyadh',
    });
    store.methods.writeSetting({ name: 'zone', value: undefined });
    expect(store.methods.readSettings({})).not.toHaveProperty('zone');
  });
});
