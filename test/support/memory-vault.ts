import { AppError } from '#domain/app-error';
import type { SecretVault } from '../../main/secrets/secret-vault';

/** The vault's port over a map, for tests of its users; the real keychain has tests of its own. */
export function memoryVault(): SecretVault & { readonly items: Map<string, string>; failPutOf?: string } {
  const items = new Map<string, string>();
  const vault: ReturnType<typeof memoryVault> = {
    items,
    put: async ({ account }, value) => {
      await Promise.resolve();
      if (vault.failPutOf !== undefined && account.endsWith(vault.failPutOf)) {
        throw new AppError('secrets/keychain-unavailable');
      }
      items.set(account, value);
    },
    take: ({ account }) => Promise.resolve(items.get(account)),
    forget: ({ account }) => {
      items.delete(account);
      return Promise.resolve();
    },
    probe: () => Promise.resolve(),
  };
  return vault;
}
