import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  connectionDraftSchema,
  secretsReplacementSchema,
  type SecretsReplacement,
} from '#contract/connections';
import { createConnectionSecrets } from '../../../main/connections/connection-secrets';
import { Connections } from '../../../main/connections/manage-connections';
import { createProviderRegistry } from '../../../main/connections/provider-registry';
import type { PracticeCredentials } from '../../../main/practice-gateway/practice-account';
import { startPracticeGateway, type PracticeGateway } from '../../../main/practice-gateway/practice-gateway';
import { createApsProvider } from '../../../main/providers/aps/aps-provider';
import type { StoreClient } from '../../../main/store/store-client';
import { apsAccount } from '../../support/aps-account';
import { memoryVault } from '../../support/memory-vault';
import { openTestStore } from '../../support/test-store';

const seed = 7;
const { signal } = new AbortController();

let store: StoreClient;
let close: () => void;
let vault: ReturnType<typeof memoryVault>;
let connections: Connections;
let gateway: PracticeGateway;
let id: string;
/** The vault before anything is replaced: values that the gateway takes no longer. */
let before: ReadonlyMap<string, string>;

function openConnections(): Connections {
  const secrets = createConnectionSecrets(vault);
  const providers = createProviderRegistry({
    findConnection: async (wanted) => (await connections.list()).find((each) => each.id === wanted),
    takeSecrets: (connection) => secrets.take(connection),
    make: (request) =>
      Promise.resolve(
        createApsProvider({
          ...{ ...apsAccount(request), zone: 'Asia/Kuwait', language: 'en' },
          ...{ fetch, clock: Date.now, random: Math.random, referencePolicy: 'original' },
          sleep: (ms, ended) => sleep(ms, undefined, { signal: ended }),
        }),
      ),
  });
  return new Connections({ store, secrets, providers, now: () => 5, newId: () => 'shop' });
}

/** The dashboard of the account was given another hash: the same address and links, and whatever is signed as before is refused. */
async function changeHash(): Promise<PracticeCredentials> {
  const { port } = new URL(gateway.apsUrl);
  await gateway.stop();
  gateway = await startPracticeGateway({ port: Number(port), links: 5, seed, shaType: 'HMAC-512' });
  return gateway.credentials;
}

const replacementOf = ({ merchantIdentifier: _, ...proof }: PracticeCredentials): SecretsReplacement => ({
  connectionId: id,
  ...proof,
});

const vaultNow = () => new Map(vault.items);

beforeEach(async () => {
  ({ store, close } = openTestStore());
  vault = memoryVault();
  gateway = await startPracticeGateway({ port: 0, links: 5, seed });
  connections = openConnections();
  const { merchantIdentifier, ...proof } = gateway.credentials;
  const open = { name: 'Shop', provider: 'aps', environment: 'custom', endpoint: gateway.apsUrl } as const;
  const old = { accessCode: 'OLD1', requestPhrase: 'old in', responsePhrase: 'old out' };
  ({ id } = await connections.add({ ...open, merchantIdentifier, ...proof, ...old }));
  before = vaultNow();
});

afterEach(async () => {
  await gateway.stop();
  close();
});

describe('replacing the secrets of a connection', () => {
  it('keeps the new ones instead of the old, and the next call is signed with them', async () => {
    await expect(connections.testStored(id, signal)).rejects.toMatchObject({
      code: 'provider/credentials-rejected',
    });
    const now = await changeHash();
    const replaced = await connections.replaceSecrets(replacementOf(now), signal);
    expect(replaced).toMatchObject({ id, shaType: 'HMAC-512', accessCodeTail: now.accessCode.slice(-4) });
    expect(await connections.list()).toEqual([replaced]);
    expect(Object.fromEntries(vault.items)).toEqual({
      [`${id}/accessCode`]: now.accessCode,
      [`${id}/requestPhrase`]: now.requestPhrase,
      [`${id}/responsePhrase`]: now.responsePhrase,
    });
    await expect(connections.testStored(id, signal)).resolves.toHaveProperty('latencyMs');
  });

  it('is in the audit log by the connection’s name, without a secret or a part of one', async () => {
    await connections.replaceSecrets(replacementOf(gateway.credentials), signal);
    const { entries } = await store.call('readAudit', { start: 0, end: 10 });
    const entry = entries.find(({ event }) => event === 'connection-secrets-replaced');
    expect(entry).toMatchObject({ subject: id });
    expect(entry?.detail).toEqual({ name: 'Shop' });
  });

  it.each([
    ['request', 'provider/signature-rejected'],
    ['response', 'provider/answer-not-genuine'],
  ] as const)('changes nothing when the %s phrase is wrong', async (which, code) => {
    const wrong = { ...replacementOf(gateway.credentials), [`${which}Phrase`]: 'wrong' };
    const list = await connections.list();
    await expect(connections.replaceSecrets(wrong, signal)).rejects.toMatchObject({ code });
    expect(vaultNow()).toEqual(before);
    expect(await connections.list()).toEqual(list);
    expect(await store.call('verifyAudit', {})).toMatchObject({ entries: 1 });
  });

  it('changes nothing when the provider cannot be reached', async () => {
    await gateway.setFaults({ offline: {} });
    const list = await connections.list();
    const replaced = connections.replaceSecrets(replacementOf(gateway.credentials), signal);
    await expect(replaced).rejects.toMatchObject({ code: 'provider/unreachable' });
    expect(vaultNow()).toEqual(before);
    expect(await connections.list()).toEqual(list);
  });

  it('puts the old ones back when the keychain fails half way', async () => {
    const list = await connections.list();
    vault.failPutOf = 'responsePhrase';
    const replaced = connections.replaceSecrets(replacementOf(gateway.credentials), signal);
    await expect(replaced).rejects.toMatchObject({ code: 'secrets/keychain-unavailable' });
    expect(vaultNow()).toEqual(before);
    expect(await connections.list()).toEqual(list);
  });

  it('puts the old ones back when the connection cannot be stored', async () => {
    const list = await connections.list();
    const { call } = store;
    const failing = ((method, input) =>
      method === 'saveConnection'
        ? Promise.reject(new Error('the disk is full'))
        : call(method, input)) as StoreClient['call'];
    store = { ...store, call: failing };
    connections = openConnections();
    const replaced = connections.replaceSecrets(replacementOf(gateway.credentials), signal);
    await expect(replaced).rejects.toThrow('the disk is full');
    expect(vaultNow()).toEqual(before);
    expect(await connections.list()).toEqual(list);
  });

  it('does not bring back a connection that was removed while the new ones were tested', async () => {
    await gateway.setFaults({ latency: { ms: 200 } });
    const replaced = connections.replaceSecrets(replacementOf(gateway.credentials), signal);
    const refused = expect(replaced).rejects.toMatchObject({ code: 'connection/not-found' });
    await connections.remove(id);
    await refused;
    expect(vault.items.size).toBe(0);
    expect(await connections.list()).toEqual([]);
  });

  it('makes a connection whole whose keychain items were lost', async () => {
    vault.items.clear();
    await connections.replaceSecrets(replacementOf(gateway.credentials), signal);
    await expect(connections.testStored(id, signal)).resolves.toHaveProperty('latencyMs');
  });

  it('is refused for a connection that is not there, and for the practice connection', async () => {
    const replacement = replacementOf(gateway.credentials);
    const [shop] = await connections.list();
    if (shop === undefined) throw new Error('there is a connection');
    await store.call('saveConnection', {
      connection: { ...shop, id: 'practice', name: 'Sample', environment: 'practice' },
    });
    for (const connectionId of ['nobody', 'practice']) {
      const replaced = connections.replaceSecrets({ ...replacement, connectionId }, signal);
      await expect(replaced).rejects.toMatchObject({ code: 'connection/not-found' });
    }
    expect(vaultNow()).toEqual(before);
  });
});

describe('the message with new secrets', () => {
  const proof = {
    shaType: 'SHA-256',
    accessCode: 'abc',
    requestPhrase: ' in ',
    responsePhrase: 'out',
  } as const;
  const open = { name: 'Shop', provider: 'aps', environment: 'sandbox', merchantIdentifier: 'm' } as const;

  it.each([
    ['what it should be', {}, true],
    ['no access code', { accessCode: '' }, false],
    ['an access code with a dash', { accessCode: 'a-b' }, false],
    ['an unknown hash', { shaType: 'SHA-128' }, false],
    ['a phrase that is missing', { requestPhrase: undefined }, false],
    ['a phrase with NUL', { responsePhrase: 'a\0b' }, false],
    ['a phrase that is too long', { responsePhrase: 'a'.repeat(201) }, false],
  ])('is judged as that of a new connection: %s', (_what, part, isGood) => {
    const asReplacement = secretsReplacementSchema.safeParse({ connectionId: 'shop', ...proof, ...part });
    const asDraft = connectionDraftSchema.safeParse({ ...open, ...proof, ...part });
    expect([asReplacement.success, asDraft.success]).toEqual([isGood, isGood]);
  });

  it('carries nothing else', () => {
    const more = { connectionId: 'shop', ...proof, endpoint: 'https://example.com' };
    expect(secretsReplacementSchema.safeParse(more).success).toBe(false);
  });
});
