import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionDraft } from '#contract/connections';
import { AppError } from '#domain/app-error';
import type { PaymentLink } from '#domain/payment-link';
import {
  createConnectionSecrets,
  type ConnectionSecrets,
} from '../../../main/connections/connection-secrets';
import { Connections } from '../../../main/connections/manage-connections';
import { createProviderRegistry } from '../../../main/connections/provider-registry';
import type { StoreClient } from '../../../main/store/store-client';
import { memoryVault } from '../../support/memory-vault';
import { openTestStore } from '../../support/test-store';

let store: StoreClient;
let close: () => void;
let vault: ReturnType<typeof memoryVault>;
let secrets: ConnectionSecrets;
let connections: Connections;

const draft: ConnectionDraft = {
  name: 'Shop',
  provider: 'aps',
  environment: 'sandbox',
  merchantIdentifier: '9f4fa20b',
  shaType: 'SHA-256',
  accessCode: '5Y0mmWVu3vtXhnwuAprL',
  requestPhrase: ' in$&? ',
  responsePhrase: 'out!*[',
};

beforeEach(() => {
  ({ store, close } = openTestStore());
  vault = memoryVault();
  secrets = createConnectionSecrets(vault);
  let id = 0;
  const providers = createProviderRegistry({
    findConnection: () => Promise.resolve(undefined),
    takeSecrets: (connectionId) => secrets.take(connectionId),
    make: () => Promise.reject(new Error('no provider in this test')),
  });
  connections = new Connections({
    store,
    secrets,
    providers,
    now: () => 5,
    newId: () => `id-${String((id += 1))}`,
  });
});

afterEach(() => {
  close();
});

describe('adding a connection', () => {
  it('puts every secret into the vault, byte for byte, and none into the store', async () => {
    const added = await connections.add(draft);
    expect(added).toMatchObject({ accessCodeTail: 'AprL' });
    expect(Object.fromEntries(vault.items)).toEqual({
      [`${added.id}/accessCode`]: draft.accessCode,
      [`${added.id}/requestPhrase`]: draft.requestPhrase,
      [`${added.id}/responsePhrase`]: draft.responsePhrase,
    });
    const stored = JSON.stringify(await connections.list());
    for (const secret of [draft.accessCode, draft.requestPhrase, draft.responsePhrase]) {
      expect(stored).not.toContain(secret);
    }
  });

  it('leaves nothing behind when the keychain fails half way', async () => {
    vault.failPutOf = 'responsePhrase';
    await expect(connections.add(draft)).rejects.toMatchObject({ code: 'secrets/keychain-unavailable' });
    expect(vault.items.size).toBe(0);
    expect(await connections.list()).toEqual([]);
  });

  it('refuses a second connection of the same name and keeps the first one whole', async () => {
    const first = await connections.add(draft);
    await expect(connections.add(draft)).rejects.toMatchObject({ code: 'connection/name-taken' });
    expect(await connections.list()).toEqual([first]);
    expect(vault.items.size).toBe(3);
  });

  it('refuses a custom environment without an endpoint', async () => {
    const added = connections.add({ ...draft, environment: 'custom' });
    await expect(added).rejects.toMatchObject({ code: 'connection/endpoint-refused' });
    expect(vault.items.size).toBe(0);
  });
});

describe('the audit log', () => {
  it('notes who could send changes, without a secret', async () => {
    const { id } = await connections.add(draft);
    await connections.remove(id);
    expect(await store.call('verifyAudit', {})).toMatchObject({ entries: 2 });
  });
});

describe('removing a connection', () => {
  it('forgets its secrets too', async () => {
    const { id } = await connections.add(draft);
    await connections.remove(id);
    expect(vault.items.size).toBe(0);
    expect(await connections.list()).toEqual([]);
    await expect(secrets.take({ id, provider: 'aps' })).rejects.toMatchObject({
      code: 'secrets/secret-missing',
      details: { field: 'accessCode' },
    });
  });

  it('is refused while its edits are under way, and costs it nothing', async () => {
    const { id } = await connections.add(draft);
    const link: PaymentLink = {
      connectionId: id,
      linkId: '1',
      reference: 'r-1',
      status: 'open',
      providerStatus: 'Open',
      checkedAt: 1,
    };
    await store.call('upsertLinks', { links: [link], source: 'import' });
    const edit = {
      linkKey: 1,
      patch: { status: 'closed' },
      base: { status: 'open' },
      changes: [{ field: 'status', before: 'open', after: 'closed' }],
    } as const;
    await store.call('createJob', { id: 'job', change: { verb: 'edit' }, at: 1, edits: [edit] });
    await store.call('moveJob', { jobId: 'job', to: 'running', at: 1 });
    await expect(connections.remove(id)).rejects.toMatchObject({ code: 'job/already-running' });
    expect(vault.items.size).toBe(3);
    await expect(secrets.take({ id, provider: 'aps' })).resolves.toMatchObject({
      requestPhrase: draft.requestPhrase,
    });
  });

  it('can be tried again when the keychain does not forget', async () => {
    const added = await connections.add(draft);
    const { forget } = vault;
    vault.forget = () => Promise.reject(new AppError('secrets/keychain-unavailable'));
    await expect(connections.remove(added.id)).rejects.toMatchObject({
      code: 'secrets/keychain-unavailable',
    });
    expect(await connections.list()).toEqual([added]);
    vault.forget = forget;
    await connections.remove(added.id);
    expect(vault.items.size).toBe(0);
    expect(await connections.list()).toEqual([]);
  });

  it('says so when there is none', async () => {
    await expect(connections.remove('nobody')).rejects.toMatchObject({ code: 'connection/not-found' });
  });
});
