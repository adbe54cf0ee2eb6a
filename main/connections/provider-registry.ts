import { AppError } from '#domain/app-error';
import type { AccountSecrets, Connection } from '#domain/provider';
import type { PaymentProvider } from '../providers/payment-provider';

/** What it takes to speak for a connection: the account and where its secrets come from. */
export interface ProviderRequest {
  readonly connection: Connection;
  /** Those of the connection's provider. */
  readonly secrets: () => Promise<AccountSecrets>;
}

/** Makes the adapter for a connection; the composition root knows which. */
export type ProviderFactory = (request: ProviderRequest) => Promise<PaymentProvider>;

/** One provider per connection, so that its throttle is shared by everything that speaks for the account. */
export interface ProviderRegistry {
  /** `connection/not-found` when there is no such connection. */
  of(connectionId: string): Promise<PaymentProvider>;
  /** Makes a provider for a connection that is not stored yet, to test it. */
  draft(connection: Connection, secrets: AccountSecrets): Promise<PaymentProvider>;
  /** The next call is made by a new provider, with the account and the secrets that are kept by then. */
  renew(connectionId: string): void;
  /** The connection is gone. */
  forget(connectionId: string): void;
}

/** Makes providers on first use and keeps them. */
export function createProviderRegistry(options: {
  readonly findConnection: (id: string) => Promise<Connection | undefined>;
  readonly takeSecrets: (connection: Connection) => Promise<AccountSecrets>;
  readonly make: ProviderFactory;
  /** Looks on at what the calls of a stored connection's provider tell. */
  readonly watch?: (connectionId: string, provider: PaymentProvider) => PaymentProvider;
}): ProviderRegistry {
  const made = new Map<string, Promise<PaymentProvider>>();
  const makeFor = async (connectionId: string) => {
    const connection = await options.findConnection(connectionId);
    if (connection === undefined) throw new AppError('connection/not-found');
    const provider = await options.make({ connection, secrets: () => options.takeSecrets(connection) });
    return options.watch?.(connectionId, provider) ?? provider;
  };
  const drop = (connectionId: string) => {
    made.delete(connectionId);
  };
  return {
    of(connectionId) {
      const known = made.get(connectionId);
      if (known !== undefined) return known;
      // Kept as a promise: callers that come while it is made share the one provider and its throttle.
      const making = makeFor(connectionId);
      made.set(connectionId, making);
      making.catch(() => made.delete(connectionId));
      return making;
    },
    draft: (connection, secrets) => options.make({ connection, secrets: () => Promise.resolve(secrets) }),
    renew: drop,
    forget: drop,
  };
}
