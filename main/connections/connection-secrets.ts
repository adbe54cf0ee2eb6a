import { AppError } from '#domain/app-error';
import { secretNamesOf, type AccountSecrets, type Connection } from '#domain/provider';
import { secretRef, type SecretRef, type SecretVault } from '../secrets/secret-vault';

/** Whose secrets are meant: a provider's accounts all have the same ones. */
export type Account = Pick<Connection, 'id' | 'provider'>;

/** The secrets of connections: in the keychain, and for this run of the application in the memory of main. */
export interface ConnectionSecrets {
  /** Stores all secrets of a connection, or none: a failure half way removes what was stored. */
  put(account: Account, secrets: AccountSecrets): Promise<void>;
  /** Puts new secrets in place of the old ones and does `then` with them; when either fails the old ones are put back. */
  replace(account: Account, secrets: AccountSecrets, then: () => Promise<void>): Promise<void>;
  /** All secrets of the account's provider; `secrets/secret-missing` when the keychain is open and lacks one. */
  take(account: Account): Promise<AccountSecrets>;
  forget(account: Account): Promise<void>;
}

const refsOf = ({ id, provider }: Account): readonly [name: string, ref: SecretRef][] =>
  secretNamesOf[provider].map((name) => [name, secretRef(id, name)]);

async function takeAll(vault: SecretVault, account: Account): Promise<AccountSecrets> {
  const taken: [string, string][] = [];
  for (const [name, ref] of refsOf(account)) {
    const value = await vault.take(ref);
    if (value === undefined) throw new AppError('secrets/secret-missing', { field: name });
    taken.push([name, value]);
  }
  // One value under each name of the provider.
  return Object.fromEntries(taken) as unknown as AccountSecrets;
}

/** Reads what a connection has by now, whole or not, and says how to put it back. */
async function rememberAll(vault: SecretVault, account: Account): Promise<() => Promise<void>> {
  const old: [SecretRef, string | undefined][] = [];
  for (const [, ref] of refsOf(account)) old.push([ref, await vault.take(ref)]);
  return async () => {
    for (const [ref, value] of old) {
      await (value === undefined ? vault.forget(ref) : vault.put(ref, value)).catch(() => undefined);
    }
  };
}

/** Keeps connection secrets in a vault. A bulk job would otherwise ask the keychain three times per link. */
export function createConnectionSecrets(vault: SecretVault): ConnectionSecrets {
  const taken = new Map<string, Promise<AccountSecrets>>();
  const forget = async (account: Account) => {
    taken.delete(account.id);
    for (const [, ref] of refsOf(account)) await vault.forget(ref);
  };
  const putAll = async (account: Account, secrets: AccountSecrets) => {
    const values = new Map<string, string>(Object.entries(secrets));
    for (const [name, ref] of refsOf(account)) await vault.put(ref, values.get(name) ?? '');
  };
  return {
    async put(account, secrets) {
      taken.delete(account.id);
      try {
        await putAll(account, secrets);
      } catch (thrown) {
        await forget(account).catch(() => undefined);
        throw thrown;
      }
    },
    async replace(account, secrets, then) {
      const putBack = await rememberAll(vault, account);
      try {
        await putAll(account, secrets);
        await then();
      } catch (thrown) {
        await putBack();
        throw thrown;
      } finally {
        // At the end: who asked meanwhile may have been given some old and some new.
        taken.delete(account.id);
      }
    },
    take(account) {
      const known = taken.get(account.id);
      if (known !== undefined) return known;
      const asked = takeAll(vault, account);
      taken.set(account.id, asked);
      // A failure is not remembered: the keychain may be unlocked by the next call.
      asked.catch(() => taken.delete(account.id));
      return asked;
    },
    forget,
  };
}
