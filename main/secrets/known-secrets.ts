import type { SecretVault } from './secret-vault';

/** The same vault; every secret that passes through it is put among the known ones, which the log hides wherever they stand. */
export function noteSecrets(vault: SecretVault, known: Set<string>): SecretVault {
  return {
    ...vault,
    put: (ref, value) => {
      known.add(value);
      return vault.put(ref, value);
    },
    take: async (ref) => {
      const value = await vault.take(ref);
      if (value !== undefined) known.add(value);
      return value;
    },
  };
}
