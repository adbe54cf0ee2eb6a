import type { ApsSecrets, ShaType } from '#domain/provider';
import type { ProviderRequest } from '../../main/connections/provider-registry';

interface ApsAccount {
  readonly endpoint: string;
  readonly merchantIdentifier: string;
  readonly shaType: ShaType;
  readonly secrets: () => Promise<ApsSecrets>;
}

/** What an APS adapter takes of a connection to a practice gateway. */
export function apsAccount({ connection, secrets }: ProviderRequest): ApsAccount {
  if (connection.provider !== 'aps') throw new Error('This is no APS connection.');
  const { endpoint = '', merchantIdentifier, shaType } = connection;
  const take = async () => {
    const taken = await secrets();
    if (!('accessCode' in taken)) throw new Error('These are no secrets of APS.');
    return taken;
  };
  return { endpoint, merchantIdentifier, shaType, secrets: take };
}
