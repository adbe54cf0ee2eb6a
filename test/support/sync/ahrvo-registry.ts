import type { AhrvoSecrets } from '#domain/provider';
import { createProviderRegistry, type ProviderRegistry } from '../../../main/connections/provider-registry';
import { watchReach, type CallTells } from '../../../main/connections/watch-reach';
import { createAhrvoProvider, type AhrvoOptions } from '../../../main/providers/ahrvo/ahrvo-provider';
import { sleep } from '../../../main/providers/http/sleep';
import type { StoreClient } from '../../../main/store/store-client';

/** Real adapters over the stored connections, all with one account's secrets. */
export function ahrvoRegistry(options: {
  readonly store: StoreClient;
  readonly account: AhrvoSecrets;
  readonly note?: (connectionId: string, tells: CallTells) => void;
  readonly more?: Partial<AhrvoOptions>;
}): ProviderRegistry {
  const { store, account, note = () => undefined, more = {} } = options;
  return createProviderRegistry({
    findConnection: async (id) => (await store.call('listConnections', {})).find((each) => each.id === id),
    takeSecrets: () => Promise.resolve(account),
    watch: (connectionId, provider) =>
      watchReach(provider, (tells) => {
        note(connectionId, tells);
      }),
    make: ({ connection }) => {
      if (connection.provider !== 'ahrvo') throw new Error('This is no Ahrvo connection.');
      const { endpoint = '', apiVersion, merchantId, applicationId } = connection;
      return Promise.resolve(
        createAhrvoProvider({
          ...{ endpoint, apiVersion, merchantId, applicationId, fetch, sleep },
          ...{ clock: Date.now, random: Math.random, secrets: () => Promise.resolve(account), ...more },
        }),
      );
    },
  });
}
