import { AppError } from '#domain/app-error';
import { apsSecretNames, type ApsSecrets } from '#domain/provider';
import { secretRef, type SecretRef, type SecretVault } from '../secrets/secret-vault';

/** The secrets of connections: in the keychain, and for this run of the application in the memory of main. */
export interface ConnectionSecrets {
  /** Stores all secrets of a connection, or none: a failure half way removes what was stored. */
  put(connectionId: string, secrets: ApsSecrets): Promise<void>;
  /** Puts new secrets in place of the old ones and does `then` with them; when either fails the old ones are put back. */
  replace(connectionId: string, secrets: ApsSecrets, then: () => Promise<void>): Promise<void>;
  /** `secrets/secret-missing` when the keychain is open and lacks one. */
  take(connectionId: string): Promise<ApsSecrets>;
  forget(connectionId: string): Promise<void>;
}

async function takeAll(vault: SecretVault, connectionId: string): Promise<ApsSecrets> {
  const take = async (name: (typeof apsSecretNames)[number]) => {
    const value = await vault.take(secretRef(connectionId, name));
    if (value === undefined) throw new AppError('secrets/secret-missing', { field: name });
    return value;
  };
  return {
    accessCode: await take('accessCode'),
    requestPhrase: await take('requestPhrase'),
    responsePhrase: await take('responsePhrase'),
  };
}

/** Reads what a connection has by now, whole or not, and says how to put it back. */
async function rememberAll(vault: SecretVault, connectionId: string): Promise<() => Promise<void>> {
  const refs = apsSecretNames.map((name) => secretRef(connectionId, name));
  const old: [SecretRef, string | undefined][] = [];
  for (const ref of refs) old.push([ref, await vault.take(ref)]);
  return async () => {
    for (const [ref, value] of old) {
      await (value === undefined ? vault.forget(ref) : vault.put(ref, value)).catch(() => undefined);
    }
  };
}

/** Keeps connection secrets in a vault. A bulk job would otherwise ask the keychain three times per link. */
export function createConnectionSecrets(vault: SecretVault): ConnectionSecrets {
  const taken = new Map<string, Promise<ApsSecrets>>();
  const forget = async (connectionId: string) => {
    taken.delete(connectionId);
    for (const name of apsSecretNames) await vault.forget(secretRef(connectionId, name));
  };
  const putAll = async (connectionId: string, secrets: ApsSecrets) => {
    for (const name of apsSecretNames) await vault.put(secretRef(connectionId, name), secrets[name]);
  };
  return {
    async put(connectionId, secrets) {
      taken.delete(connectionId);
      try {
        await putAll(connectionId, secrets);
      } catch (thrown) {
        await forget(connectionId).catch(() => undefined);
        throw thrown;
      }
    },
    async replace(connectionId, secrets, then) {
      const putBack = await rememberAll(vault, connectionId);
      try {
        await putAll(connectionId, secrets);
        await then();
      } catch (thrown) {
        await putBack();
        throw thrown;
      } finally {
        // At the end: who asked meanwhile may have been given some old and some new.
        taken.delete(connectionId);
      }
    },
    take(connectionId) {
      const known = taken.get(connectionId);
      if (known !== undefined) return known;
      const asked = takeAll(vault, connectionId);
      taken.set(connectionId, asked);
      // A failure is not remembered: the keychain may be unlocked by the next call.
      asked.catch(() => taken.delete(connectionId));
      return asked;
    },
    forget,
  };
}
