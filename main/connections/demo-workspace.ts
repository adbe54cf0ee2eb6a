import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  usualApiVersion,
  type AccountSecrets,
  type AhrvoSecrets,
  type Connection,
  type ProviderId,
  type ShaType,
} from '#domain/provider';
import type { StoreClient } from '../store/store-client';
import type { Connections } from './manage-connections';

/** What the demo workspace needs of the practice gateway. */
export interface PracticeAccount {
  readonly apsUrl: string;
  readonly ahrvoUrl: string;
  readonly credentials: {
    readonly accessCode: string;
    readonly merchantIdentifier: string;
    readonly shaType: ShaType;
    readonly requestPhrase: string;
    readonly responsePhrase: string;
  };
  readonly ahrvo: AhrvoSecrets;
  readonly ahrvoAccount: { readonly merchantId: string; readonly applicationId: string };
  exportCsv(options: { readonly zone: string; readonly withDetails: true }): string;
  stop(): Promise<void>;
}

export interface DemoOptions {
  readonly store: StoreClient;
  readonly connections: Connections;
  /** Starts the gateway with links dated around a moment. */
  readonly startGateway: (madeAt: number) => Promise<PracticeAccount>;
  /** Reads all links of a connection that lists them. */
  readonly readAll: (connectionId: string) => Promise<unknown>;
  readonly now: () => number;
  /** What to call the connection, in the user's language. */
  readonly name: (provider: ProviderId) => Promise<string>;
}

/** The connections of the demo workspace, one for each provider: fixed ids, so that they are found again. */
const practiceIds = { aps: 'practice', ahrvo: 'practice-ahrvo' } as const satisfies Record<
  ProviderId,
  string
>;
const zone = 'Asia/Kuwait';

/**
 * The demo workspace: a connection for each provider to the practice gateway of this application, one filled by importing that
 * gateway's own dashboard export, the other by a sync. The gateway runs only while something speaks to it, until the
 * application ends.
 */
export class DemoWorkspace {
  readonly #options: DemoOptions;
  #gateway: Promise<PracticeAccount> | undefined;

  constructor(options: DemoOptions) {
    this.#options = options;
  }

  /** Where a provider's practice connection's calls go; starts the gateway. */
  async endpoint(provider: ProviderId): Promise<string> {
    const { apsUrl, ahrvoUrl } = await this.#running();
    return provider === 'aps' ? apsUrl : ahrvoUrl;
  }

  /** Opens the demo workspace, making and filling what is not there of it; answers its first connection. */
  async explore(): Promise<Connection> {
    const known = await this.#known();
    // The dates of both accounts are those of one day, also when one was removed and comes back.
    const createdAt = known[0]?.createdAt ?? this.#options.now();
    const gateway = await this.#running(createdAt);
    const first =
      known.find(({ id }) => id === practiceIds.aps) ??
      (await this.#make(...(await this.#apsAccount(gateway, createdAt)), () =>
        this.#importSample(gateway.exportCsv({ zone, withDetails: true })),
      ));
    if (!known.some(({ id }) => id === practiceIds.ahrvo)) {
      const { readAll } = this.#options;
      await this.#make(...(await this.#ahrvoAccount(gateway, createdAt)), () => readAll(practiceIds.ahrvo));
    }
    return first;
  }

  async stop(): Promise<void> {
    await (await this.#gateway?.catch(() => undefined))?.stop();
  }

  async #known(): Promise<readonly Connection[]> {
    const ids: ReadonlySet<string> = new Set(Object.values(practiceIds));
    return (await this.#options.connections.list()).filter(({ id }) => ids.has(id));
  }

  async #make(
    connection: Connection,
    secrets: AccountSecrets,
    fill: () => Promise<unknown>,
  ): Promise<Connection> {
    const { connections } = this.#options;
    await connections.save(connection, secrets);
    try {
      await fill();
    } catch (thrown) {
      // Without its links it would be found again, empty, by the next call.
      await connections.remove(connection.id).catch(() => undefined);
      throw thrown;
    }
    return connection;
  }

  async #apsAccount(gateway: PracticeAccount, createdAt: number): Promise<[Connection, AccountSecrets]> {
    const { accessCode, requestPhrase, responsePhrase, ...open } = gateway.credentials;
    const connection: Connection = {
      ...open,
      id: practiceIds.aps,
      name: await this.#options.name('aps'),
      provider: 'aps',
      environment: 'practice',
      accessCodeTail: accessCode.slice(-4),
      createdAt,
    };
    return [connection, { accessCode, requestPhrase, responsePhrase }];
  }

  async #ahrvoAccount(gateway: PracticeAccount, createdAt: number): Promise<[Connection, AccountSecrets]> {
    const { username, password } = gateway.ahrvo;
    const { merchantId, applicationId } = gateway.ahrvoAccount;
    const connection: Connection = {
      ...{ merchantId, applicationId, apiVersion: usualApiVersion },
      id: practiceIds.ahrvo,
      name: await this.#options.name('ahrvo'),
      provider: 'ahrvo',
      environment: 'practice',
      usernameTail: username.slice(-4),
      createdAt,
    };
    return [connection, { username, password }];
  }

  /** The accounts' dates stay those of the day the demo workspace was made; changes made to them end with the gateway. */
  #running(madeAt?: number): Promise<PracticeAccount> {
    this.#gateway ??= (async () => {
      const [known] = await this.#known();
      return this.#options.startGateway(madeAt ?? known?.createdAt ?? this.#options.now());
    })();
    // A failed start is not remembered: the next call tries again.
    this.#gateway.catch(() => (this.#gateway = undefined));
    return this.#gateway;
  }

  async #importSample(csv: string): Promise<void> {
    const { store, now } = this.#options;
    const folder = await mkdtemp(path.join(tmpdir(), 'payment-link-desk-'));
    try {
      const file = path.join(folder, 'sample.csv');
      await writeFile(file, csv, { mode: 0o600 });
      const { guessed, reading } = await store.call('inspectImport', { path: file, asked: {} });
      const spec = { connectionId: practiceIds.aps, map: guessed, zone, exportedAt: now(), reading };
      await store.call('runImport', { path: file, spec, now: now() });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
