import { createProcessClient, type ProcessClientOptions } from '../processes/process-client';

import type { KeychainApi } from './keychain';
import { inKeychainWords } from './keychain-failure';
import { assertStorable } from './secret-rules';
import type { SecretVault } from './secret-vault';

/** Long enough for a person to answer the operating system's question for the keychain's password. */
const PROMPT_LIMIT_MS = 30_000;

/** A write in progress takes a few milliseconds; one that takes longer waits for a prompt nobody will see. */
const STOP_GRACE_MS = 500;

export type KeychainVaultOptions = Pick<ProcessClientOptions<KeychainApi>, 'start' | 'onEnd' | 'timers'> & {
  /** The limit of a call in milliseconds, after which the process is ended. */
  readonly timeoutMs?: number;
};

export interface KeychainVault extends SecretVault {
  readonly stop: () => Promise<void>;
}

/** The vault in the operating system's keychain, behind a process of its own. */
export function createKeychainVault(options: KeychainVaultOptions): KeychainVault {
  const { timeoutMs = PROMPT_LIMIT_MS, ...rest } = options;
  const client = createProcessClient<KeychainApi>({
    ...rest,
    name: 'keychain',
    failureCode: 'secrets/keychain-unavailable',
    timeoutMs,
  });
  return {
    put: async ({ account }, secret) => {
      assertStorable(secret);
      await worded(client.call('put', { account, secret }));
    },
    take: async ({ account }) => (await worded(client.call('take', { account }))) ?? undefined,
    forget: ({ account }) => worded(client.call('forget', { account })),
    probe: () => worded(client.call('probe', undefined)),
    stop: () => client.stop(STOP_GRACE_MS),
  };
}

async function worded<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (thrown) {
    throw inKeychainWords(thrown);
  }
}
