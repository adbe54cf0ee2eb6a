import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Connection, ProviderId, ShaType } from '#domain/provider';
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
  exportCsv(options: { readonly zone: string; readonly withDetails: true }): string;
  stop(): Promise<void>;
}

export interface DemoOptions {
  readonly store: StoreClient;
  readonly connections: Connections;
  /** Starts the gateway with links dated around a moment. */
  readonly startGateway: (madeAt: number) => Promise<PracticeAccount>;
  readonly now: () => number;
  /** What to call the connection, in the user's language. */
  readonly name: () => Promise<string>;
}

/** The one connection of the demo workspace: a fixed id, so that it is found again. */
const practiceId = 'practice';
const zone = 'Asia/Kuwait';

/**
 * The demo workspace: a connection to the practice gateway of this application, filled by importing that gateway's own
 * dashboard export. The gateway runs only while something speaks to it, until the application ends.
 */
export class DemoWorkspace {
  readonly #options: DemoOptions;
  #gateway: Promise<PracticeAccount> | undefined;

  constructor(options: DemoOptions) {
    this.#options = options;
  }

  /** Where the calls of a provider's practice connection go; starts the gateway. */
  async endpoint(provider: ProviderId): Promise<string> {
    const { apsUrl, ahrvoUrl } = await this.#running();
    return { aps: apsUrl, ahrvo: ahrvoUrl }[provider];
  }

  /** Opens the demo workspace, making and filling it the first time. */
  async explore(): Promise<Connection> {
    const { connections, now } = this.#options;
    const known = (await connections.list()).find(({ id }) => id === practiceId);
    if (known !== undefined) return known;
    const createdAt = now();
    const gateway = await this.#running(createdAt);
    const { accessCode, requestPhrase, responsePhrase, ...open } = gateway.credentials;
    const connection: Connection = {
      ...open,
      id: practiceId,
      name: await this.#options.name(),
      provider: 'aps',
      environment: 'practice',
      accessCodeTail: accessCode.slice(-4),
      createdAt,
    };
    await connections.save(connection, { accessCode, requestPhrase, responsePhrase });
    try {
      await this.#importSample(gateway.exportCsv({ zone, withDetails: true }));
    } catch (thrown) {
      // Without its links it would be found again, empty, by the next call.
      await connections.remove(practiceId).catch(() => undefined);
      throw thrown;
    }
    return connection;
  }

  async stop(): Promise<void> {
    await (await this.#gateway?.catch(() => undefined))?.stop();
  }

  /** The account's dates stay those of the day the demo workspace was made; changes made to it end with the gateway. */
  #running(madeAt?: number): Promise<PracticeAccount> {
    this.#gateway ??= (async () => {
      const known = (await this.#options.connections.list()).find(({ id }) => id === practiceId);
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
      const spec = { connectionId: practiceId, map: guessed, zone, exportedAt: now(), reading };
      await store.call('runImport', { path: file, spec, now: now() });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
