import { secretRef, type SecretVault } from './secret-vault';

const storeKey = secretRef('workspace', 'store-key');

/**
 * The key of the link cache: 32 random bytes as 64 hex digits, kept in the keychain only. Made on first use; a cache file that
 * an earlier, lost key wrote is then set aside when the store is opened.
 */
export async function takeStoreKey(
  vault: SecretVault,
  randomBytes: (size: number) => Buffer,
): Promise<string> {
  const known = await readStoreKey(vault);
  if (known !== undefined) return known;
  const made = randomBytes(32).toString('hex');
  await vault.put(storeKey, made);
  return made;
}

/** The key as the keychain has it; undefined when there is none, or none that could be a key. */
export async function readStoreKey(vault: Pick<SecretVault, 'take'>): Promise<string | undefined> {
  const known = await vault.take(storeKey);
  return known !== undefined && /^[0-9a-f]{64}$/.test(known) ? known : undefined;
}
