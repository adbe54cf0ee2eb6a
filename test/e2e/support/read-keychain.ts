import { createKeychainVault } from '../../../main/secrets/keychain-vault';
import { secretRef } from '../../../main/secrets/secret-vault';
import { inRepo } from '../../../build/scripts/lib/paths.mjs';
import { forkLink } from '../../support/processes/fork-link';

/** Reads a connection's secret from the operating system's keychain with a keychain process of the test's own. */
export async function keychainItem(connectionId: string, name: string): Promise<string | undefined> {
  const vault = createKeychainVault({ start: () => forkLink(inRepo('out/main/keychain-process.js')) });
  try {
    return await vault.take(secretRef(connectionId, name));
  } finally {
    await vault.stop();
  }
}
