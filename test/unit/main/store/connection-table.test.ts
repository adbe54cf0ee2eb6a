import { afterEach, beforeEach, describe, expect, it } from 'vitest';

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
    startJob('both', 1, 2);
    startJob('own', 1);
    cancel('both');
    cancel('own');
    const { handle } = store.methods.openQuery({ filter: {}, sort: [] });
    remove('shop');
    expect(store.methods.listConnections({}).map(({ id }) => id)).toEqual(['web']);
    expect(store.methods.openQuery({ filter: { search: 'INV' }, sort: [] }).total).toBe(1);
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
