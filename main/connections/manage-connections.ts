import { AppError } from '#domain/app-error';
import type { ApsSecrets, Connection } from '#domain/provider';
import type { ConnectionDraft, ConnectionTestAnswer } from '#contract/connections';
import type { StoreClient } from '../store/store-client';
import type { ConnectionSecrets } from './connection-secrets';
import type { ProviderRegistry } from './provider-registry';

export interface ConnectionsOptions {
  readonly store: StoreClient;
  readonly secrets: ConnectionSecrets;
  readonly providers: ProviderRegistry;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Splits a draft into what may be stored and shown, and what goes to the keychain only. */
function splitDraft(draft: ConnectionDraft, id: string, now: number): [Connection, ApsSecrets] {
  const { accessCode, requestPhrase, responsePhrase, endpoint, ...open } = draft;
  const connection: Connection = {
    ...open,
    id,
    accessCodeTail: accessCode.slice(-4),
    createdAt: now,
    ...(endpoint === undefined || open.environment !== 'custom' ? {} : { endpoint }),
  };
  return [connection, { accessCode, requestPhrase, responsePhrase }];
}

function assertEndpoint(draft: ConnectionDraft): void {
  if (draft.environment === 'custom' && draft.endpoint === undefined) {
    throw new AppError('connection/endpoint-refused', { field: 'endpoint' });
  }
}

/** Adds, tests and removes connections. Secrets reach the keychain before the connection is stored, or nothing is. */
export function createConnections({ store, secrets, providers, now, newId }: ConnectionsOptions) {
  const list = () => store.call('listConnections', {});
  const save = async (connection: Connection, its: ApsSecrets): Promise<Connection> => {
    if ((await list()).some((other) => other.id !== connection.id && other.name === connection.name)) {
      throw new AppError('connection/name-taken', { field: 'name' });
    }
    await secrets.put(connection.id, its);
    try {
      await store.call('saveConnection', { connection });
    } catch (thrown) {
      await secrets.forget(connection.id).catch(() => undefined);
      throw thrown;
    }
    return connection;
  };
  const test = async (signal: AbortSignal, [connection, its]: [Connection, ApsSecrets]) => {
    const { latencyMs } = await (await providers.draft(connection, its)).test(signal);
    return { latencyMs };
  };
  return {
    list,
    save,
    add: (draft: ConnectionDraft): Promise<Connection> => {
      assertEndpoint(draft);
      return save(...splitDraft(draft, newId(), now()));
    },
    testDraft: (draft: ConnectionDraft, signal: AbortSignal): Promise<ConnectionTestAnswer> => {
      assertEndpoint(draft);
      return test(signal, splitDraft(draft, newId(), now()));
    },
    testStored: async (connectionId: string, signal: AbortSignal): Promise<ConnectionTestAnswer> => {
      const { latencyMs } = await (await providers.of(connectionId)).test(signal);
      return { latencyMs };
    },
    /** Forgets the secrets first: a connection without secrets can be mended, secrets without a connection are litter. */
    remove: async (connectionId: string): Promise<void> => {
      await secrets.forget(connectionId);
      providers.forget(connectionId);
      await store.call('removeConnection', { connectionId });
    },
  };
}

export type Connections = ReturnType<typeof createConnections>;
