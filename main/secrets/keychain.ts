import { keychainUnavailable } from './keychain-failure';

/** What the keychain process answers. A `take` of null means: the keychain is open and has no such item. */
export interface KeychainApi {
  put: (input: { readonly account: string; readonly secret: string }) => void;
  take: (input: { readonly account: string }) => string | null;
  forget: (input: { readonly account: string }) => void;
  probe: () => void;
}

/**
 * The part of keytar in use. `findCredentials` is left out for a reason: on a locked gnome-keyring it ends the process
 * with a segmentation fault.
 */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

export interface KeychainOptions {
  /** Loads the native library; it is called again after a failure, since the library may have been installed. */
  readonly loadKeytar: () => Keytar;
  readonly service: string;
  readonly platform: NodeJS.Platform;
}

/** No connection id contains a blank, so this account is nobody's. */
const SENTINEL = { account: 'keychain check', secret: 'open' } as const;

/**
 * Talks to the keychain, one call at a time, and tells its failures apart by behaviour: keytar's errors have no code
 * and their texts are the operating system's, in its language.
 */
export class Keychain {
  readonly #options: KeychainOptions;
  #keytar: Keytar | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: KeychainOptions) {
    this.#options = options;
  }

  put({ account, secret }: Parameters<KeychainApi['put']>[0]): Promise<void> {
    return this.#inTurn(async (keytar) => {
      await this.#set(keytar, account, secret);
    });
  }

  take({ account }: Parameters<KeychainApi['take']>[0]): Promise<string | null> {
    return this.#inTurn(async (keytar) => {
      const found = await this.#get(keytar, account);
      // A locked gnome-keyring answers "no such item" too; only writing tells the two apart.
      if (found === null) await this.#check(keytar);
      return found;
    });
  }

  forget({ account }: Parameters<KeychainApi['forget']>[0]): Promise<void> {
    return this.#inTurn(async (keytar) => {
      const wasThere = await this.#delete(keytar, account);
      if (!wasThere) await this.#check(keytar);
    });
  }

  probe(): Promise<void> {
    return this.#inTurn((keytar) => this.#check(keytar));
  }

  async #inTurn<T>(work: (keytar: Keytar) => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => work(this.#load()));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #load(): Keytar {
    try {
      return (this.#keytar ??= this.#options.loadKeytar());
    } catch (cause) {
      throw keychainUnavailable('library-missing', cause);
    }
  }

  async #check(keytar: Keytar): Promise<void> {
    await this.#set(keytar, SENTINEL.account, SENTINEL.secret);
    if ((await this.#get(keytar, SENTINEL.account)) !== SENTINEL.secret) throw keychainUnavailable('locked');
    await this.#delete(keytar, SENTINEL.account);
  }

  async #set(keytar: Keytar, account: string, secret: string): Promise<void> {
    try {
      await keytar.setPassword(this.#options.service, account, secret);
    } catch (cause) {
      // Reading from a locked keychain is answered, with null; without a service it is not answered at all.
      await this.#get(keytar, account);
      throw keychainUnavailable('locked', cause);
    }
  }

  async #get(keytar: Keytar, account: string): Promise<string | null> {
    try {
      return await keytar.getPassword(this.#options.service, account);
    } catch (cause) {
      throw this.#unanswered(cause);
    }
  }

  async #delete(keytar: Keytar, account: string): Promise<boolean> {
    try {
      return await keytar.deletePassword(this.#options.service, account);
    } catch (cause) {
      throw this.#unanswered(cause);
    }
  }

  /** Windows and macOS always have their keychain, so there a call that rejects was refused. */
  #unanswered(cause: unknown): Error {
    const alwaysThere = this.#options.platform === 'darwin' || this.#options.platform === 'win32';
    return keychainUnavailable(alwaysThere ? 'locked' : 'no-service', cause);
  }
}
