import { AppError } from '#domain/app-error';
import type { ApsSecrets, Connection } from '#domain/provider';
import type { ConnectionDraft, ConnectionTestAnswer, SecretsReplacement } from '#contract/connections';
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

const openDetail = ({ name, provider, environment }: Connection) => ({ name, provider, environment });

/** Adds, tests and removes connections, and replaces their secrets. Secrets reach the keychain before the connection is stored, or nothing is. */
export class Connections {
  readonly #options: ConnectionsOptions;

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  list(): Promise<readonly Connection[]> {
    return this.#options.store.call('listConnections', {});
  }

  /** `connection/name-taken` when another connection has the name. */
  async save(connection: Connection, secrets: ApsSecrets): Promise<Connection> {
    const { store, secrets: kept } = this.#options;
    if ((await this.list()).some((other) => other.id !== connection.id && other.name === connection.name)) {
      throw new AppError('connection/name-taken', { field: 'name' });
    }
    await kept.put(connection.id, secrets);
    try {
      await store.call('saveConnection', { connection });
    } catch (thrown) {
      await kept.forget(connection.id).catch(() => undefined);
      throw thrown;
    }
    await this.#note('connection-added', connection.id, openDetail(connection));
    return connection;
  }

  async add(draft: ConnectionDraft): Promise<Connection> {
    return await this.save(...this.#split(draft));
  }

  async testDraft(draft: ConnectionDraft, signal: AbortSignal): Promise<ConnectionTestAnswer> {
    const provider = await this.#options.providers.draft(...this.#split(draft));
    const { latencyMs } = await provider.test(signal);
    return { latencyMs };
  }

  async testStored(connectionId: string, signal: AbortSignal): Promise<ConnectionTestAnswer> {
    const provider = await this.#options.providers.of(connectionId);
    const { latencyMs } = await provider.test(signal);
    return { latencyMs };
  }

  /**
   * Tests new secrets at the provider and keeps them instead of the old ones; the next call is signed with them. Whatever fails,
   * the test included, leaves the old ones in place. `connection/not-found` for the practice connection too: its are fixed.
   */
  async replaceSecrets(
    { connectionId, shaType, ...secrets }: SecretsReplacement,
    signal: AbortSignal,
  ): Promise<Connection> {
    const { store, secrets: kept, providers } = this.#options;
    const replaced = async (): Promise<Connection> => {
      const { environment, ...open } = await this.#find(connectionId);
      if (environment === 'practice') throw new AppError('connection/not-found');
      return { ...open, environment, shaType, accessCodeTail: secrets.accessCode.slice(-4) };
    };
    await (await providers.draft(await replaced(), secrets)).test(signal);
    // Looked for once more: a test takes its time, and what was removed meanwhile stays removed.
    const connection = await replaced();
    await kept.replace(connectionId, secrets, () => store.call('saveConnection', { connection }));
    providers.renew(connectionId);
    await this.#note('connection-secrets-replaced', connectionId, { name: connection.name });
    return connection;
  }

  /**
   * Removes a connection with its links and secrets; refused as a whole, with `job/already-running`, while edits of it are under
   * way. Secrets that cannot be forgotten keep their connection, so that it can be removed again: without it they are litter.
   */
  async remove(connectionId: string): Promise<void> {
    const { store, secrets, providers } = this.#options;
    const connection = await this.#find(connectionId);
    await store.call('removeConnection', { connectionId });
    providers.forget(connectionId);
    try {
      await secrets.forget(connectionId);
    } catch (thrown) {
      await store.call('saveConnection', { connection });
      throw thrown;
    }
    await this.#note('connection-removed', connectionId, openDetail(connection));
  }

  /** An auditor asks who could send changes, and since when. */
  async #note(event: string, subject: string, detail: Readonly<Record<string, string>>): Promise<void> {
    const at = this.#options.now();
    await this.#options.store.call('appendAudit', { at, event, subject, detail });
  }

  async #find(connectionId: string): Promise<Connection> {
    const connection = (await this.list()).find(({ id }) => id === connectionId);
    if (connection === undefined) throw new AppError('connection/not-found');
    return connection;
  }

  #split(draft: ConnectionDraft): [Connection, ApsSecrets] {
    const { newId, now } = this.#options;
    if (draft.environment === 'custom' && draft.endpoint === undefined) {
      throw new AppError('connection/endpoint-refused', { field: 'endpoint' });
    }
    return splitDraft(draft, newId(), now());
  }
}
