import { describe, expect, it } from 'vitest';
import { AppError } from '#domain/app-error';
import { Workspace } from '../../../../main/app/workspace';
import type { StoreClient } from '../../../../main/store/store-client';

/** A store process that opens as told and remembers what it was asked. */
function world(open: () => object = () => ({ schemaVersion: 1 })) {
  const calls: string[] = [];
  let reopened = 0;
  const call = async (method: string): Promise<unknown> => {
    await Promise.resolve();
    calls.push(method);
    return method === 'open' ? open() : [];
  };
  const workspace = new Workspace({
    // The workspace passes every call on: only the names matter here.
    client: { call: call as StoreClient['call'], on: () => () => undefined, stop: () => Promise.resolve() },
    openInput: () => Promise.resolve({ file: 'links.db', keyHex: '0'.repeat(64) }),
    newId: () => 'id',
    onFailure: () => undefined,
    onReopened: () => {
      reopened += 1;
    },
    version: '0.1.0',
    platform: 'freebsd',
  });
  return { workspace, calls, reopened: () => reopened };
}

describe('the workspace', () => {
  it('opens the cache once, before the first of many calls', async () => {
    const { workspace, calls, reopened } = world();
    expect(workspace.status().store).toEqual({ state: 'opening' });
    await Promise.all([
      workspace.store.call('listConnections', {}),
      workspace.store.call('readSettings', {}),
    ]);
    expect(calls).toEqual(['open', 'listConnections', 'readSettings']);
    expect(workspace.status()).toMatchObject({ platform: 'linux', store: { state: 'ready' } });
    expect(reopened()).toBe(0);
  });

  it('opens it anew after the process has ended, and says that opened queries are gone', async () => {
    const { workspace, calls, reopened } = world();
    await workspace.store.call('listConnections', {});
    workspace.processEnded();
    await workspace.store.call('readSettings', {});
    expect(calls).toEqual(['open', 'listConnections', 'open', 'readSettings']);
    expect(reopened()).toBe(1);
  });

  it('tells why it cannot be opened, and tries again when asked', async () => {
    let isLocked = true;
    const { workspace } = world(() => {
      if (isLocked) throw new AppError('secrets/keychain-unavailable', { reason: 'locked' });
      return { schemaVersion: 1, setAside: 'links-old.db' };
    });
    expect((await workspace.start()).store).toMatchObject({
      state: 'failed',
      error: { code: 'secrets/keychain-unavailable', reason: 'locked' },
    });
    await expect(workspace.store.call('listConnections', {})).rejects.toMatchObject({
      code: 'secrets/keychain-unavailable',
    });
    isLocked = false;
    expect(await workspace.start()).toMatchObject({ store: { state: 'ready' }, setAside: 'links-old.db' });
  });
});
