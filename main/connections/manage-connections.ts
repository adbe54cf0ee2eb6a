import { AppError } from '#domain/app-error';
import {
  connectionColours,
  type AccountSecrets,
  type Connection,
  type ConnectionColour,
} from '#domain/provider';
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

const firstFree = (others: readonly Connection[]): ConnectionColour =>
  connectionColours.find((colour) => !others.some((other) => other.colour === colour)) ??
  connectionColours[others.length % connectionColours.length] ??
  'grey';

/** Splits a draft into what may be stored and shown, and what goes to the keychain only. */
function splitDraft(
  draft: ConnectionDraft,
  more: Pick<Connection, 'id' | 'createdAt'> & { readonly colour: ConnectionColour },
): [Connection, AccountSecrets] {
  const custom =
    draft.endpoint === undefined || draft.environment !== 'custom' ? {} : { endpoint: draft.endpoint };
  if (draft.provider === 'aps') {
    const { accessCode, requestPhrase, responsePhrase, endpoint: _, ...open } = draft;
    const connection = { ...open, ...more, ...custom, accessCodeTail: accessCode.slice(-4) };
    return [connection, { accessCode, requestPhrase, responsePhrase }];
  }
  const { username, password, endpoint: _, ...open } = draft;
  return [
    { ...open, ...more, ...custom, usernameTail: username.slice(-4) },
    { username, password },
  ];
}

/** The account with what new secrets say of it; `ipc/bad-request` when they are another provider's. */
function withSecrets(connection: Connection, secrets: SecretsReplacement): [Connection, AccountSecrets] {
  if (connection.provider === 'aps' && 'accessCode' in secrets) {
    const { connectionId: _, shaType, ...proof } = secrets;
    return [{ ...connection, shaType, accessCodeTail: proof.accessCode.slice(-4) }, proof];
  }
  if (connection.provider === 'ahrvo' && 'username' in secrets) {
    const { connectionId: _, ...proof } = secrets;
    return [{ ...connection, usernameTail: proof.username.slice(-4) }, proof];
  }
  throw new AppError('ipc/bad-request', { field: 'connectionId' });
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
  async save(connection: Connection, secrets: AccountSecrets): Promise<Connection> {
    const { store, secrets: kept } = this.#options;
    if ((await this.list()).some((other) => other.id !== connection.id && other.name === connection.name)) {
      throw new AppError('connection/name-taken', { field: 'name' });
    }
    await kept.put(connection, secrets);
    try {
      await store.call('saveConnection', { connection });
    } catch (thrown) {
      await kept.forget(connection).catch(() => undefined);
      throw thrown;
    }
    await this.#note('connection-added', connection.id, openDetail(connection));
    return connection;
  }

  async add(draft: ConnectionDraft): Promise<Connection> {
    return await this.save(...(await this.#split(draft)));
  }

  async testDraft(draft: ConnectionDraft, signal: AbortSignal): Promise<ConnectionTestAnswer> {
    const provider = await this.#options.providers.draft(...(await this.#split(draft)));
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
  async replaceSecrets(replacement: SecretsReplacement, signal: AbortSignal): Promise<Connection> {
    const { store, secrets: kept, providers } = this.#options;
    const { connectionId } = replacement;
    const replaced = async () => {
      const connection = await this.#find(connectionId);
      if (connection.environment === 'practice') throw new AppError('connection/not-found');
      return withSecrets(connection, replacement);
    };
    await (await providers.draft(...(await replaced()))).test(signal);
    // Looked for once more: a test takes its time, and what was removed meanwhile stays removed.
    const [connection, secrets] = await replaced();
    await kept.replace(connection, secrets, () => store.call('saveConnection', { connection }));
    providers.renew(connectionId);
    await this.#note('connection-secrets-replaced', connectionId, { name: connection.name });
    return connection;
  }

  /** Gives a connection another name and colour. `connection/name-taken` when another one has the name. */
  async describe(
    connectionId: string,
    { name, colour }: { readonly name: string; readonly colour: ConnectionColour },
  ): Promise<Connection> {
    const before = await this.#find(connectionId);
    const connection = { ...before, name, colour };
    await this.#options.store.call('saveConnection', { connection });
    if (before.name !== name)
      await this.#note('connection-renamed', connectionId, { from: before.name, to: name });
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
      await secrets.forget(connection);
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

  async #split(draft: ConnectionDraft): Promise<[Connection, AccountSecrets]> {
    const { newId, now } = this.#options;
    if (draft.environment === 'custom' && draft.endpoint === undefined) {
      throw new AppError('connection/endpoint-refused', { field: 'endpoint' });
    }
    return splitDraft(draft, { id: newId(), createdAt: now(), colour: firstFree(await this.list()) });
  }
}
