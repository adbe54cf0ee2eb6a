import { toAppError, toErrorAnswer, type ErrorAnswer } from '#domain/app-error';
import type { AppStatus, StoreStatus } from '#contract/app';
import type { OpenedStore } from '../store/store-api';
import type { StoreClient } from '../store/store-client';

export interface WorkspaceOptions {
  readonly client: StoreClient;
  /** The file and the key to open it with; fails when the keychain cannot be had. */
  readonly openInput: () => Promise<{ file: string; keyHex: string }>;
  readonly newId: () => string;
  readonly onFailure: (answer: ErrorAnswer, thrown: unknown) => void;
  /** The cache was opened anew after its process had ended: opened queries are gone. */
  readonly onReopened: () => void;
  readonly version: string;
  readonly platform: NodeJS.Platform;
}

/**
 * The link cache as the rest of main uses it: opened with the key from the keychain before the first call, and again after the
 * store process had to be restarted.
 */
export class Workspace {
  readonly #options: WorkspaceOptions;
  #opened: Promise<OpenedStore> | undefined;
  #status: StoreStatus = { state: 'opening' };
  #setAside: string | undefined;
  #wasOpen = false;
  readonly store: StoreClient;

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    const { client } = options;
    this.store = {
      ...client,
      call: (method, input, callOptions) => this.open().then(() => client.call(method, input, callOptions)),
    };
  }

  /** Opens the cache once; callers that come meanwhile share the attempt, and a failed one may be tried again. */
  open(): Promise<OpenedStore> {
    this.#opened ??= this.#open();
    return this.#opened;
  }

  /** To be told when the store process has ended: the next call opens the cache anew. */
  processEnded(): void {
    this.#opened = undefined;
  }

  /** Tries to open the cache and says how it went; never throws. */
  async start(): Promise<AppStatus> {
    await this.open().catch(() => undefined);
    return this.status();
  }

  status(): AppStatus {
    const { version, platform } = this.#options;
    return {
      version,
      platform: platform === 'win32' || platform === 'darwin' ? platform : 'linux',
      store: this.#status,
      ...(this.#setAside === undefined ? {} : { setAside: this.#setAside }),
    };
  }

  async #open(): Promise<OpenedStore> {
    if (this.#status.state === 'failed') this.#status = { state: 'opening' };
    try {
      const opened = await this.#options.client.call('open', await this.#options.openInput());
      this.#status = { state: 'ready' };
      this.#setAside = opened.setAside ?? this.#setAside;
      if (this.#wasOpen) this.#options.onReopened();
      this.#wasOpen = true;
      return opened;
    } catch (thrown) {
      this.#opened = undefined;
      this.#status = { state: 'failed', error: this.#answer(thrown) };
      throw thrown;
    }
  }

  #answer(thrown: unknown): ErrorAnswer {
    const answer = toErrorAnswer(toAppError(thrown), this.#options.newId());
    this.#options.onFailure(answer, thrown);
    return answer;
  }
}
