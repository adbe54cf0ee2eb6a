import { AppError } from '#domain/app-error';
import { apsSecretNames, type ApsSecrets } from '#domain/provider';
import { secretRef, type SecretVault } from '../secrets/secret-vault';

/** The secrets of connections: in the keychain, and for this run of the application in the memory of main. */
export interface ConnectionSecrets {
  /** Stores all secrets of a connection, or none: a failure half way removes what was stored. */
  put(connectionId: string, secrets: ApsSecrets): Promise<void>;
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

/** Keeps connection secrets in a vault. A bulk job would otherwise ask the keychain three times per link. */
export function createConnectionSecrets(vault: SecretVault): ConnectionSecrets {
  const taken = new Map<string, Promise<ApsSecrets>>();
  const forget = async (connectionId: string) => {
    taken.delete(connectionId);
    for (const name of apsSecretNames) await vault.forget(secretRef(connectionId, name));
  };
  return {
    async put(connectionId, secrets) {
      taken.delete(connectionId);
      try {
        for (const name of apsSecretNames) await vault.put(secretRef(connectionId, name), secrets[name]);
      } catch (thrown) {
        await forget(connectionId).catch(() => undefined);
        throw thrown;
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
