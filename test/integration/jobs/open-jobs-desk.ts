import type { PaymentLink } from '#domain/payment-link';
import type { Connection } from '#domain/provider';
import { createProviderRegistry } from '../../../main/connections/provider-registry';
import { JobRunner } from '../../../main/jobs/job-runner';
import { Jobs } from '../../../main/jobs/manage-jobs';
import { startPracticeGateway, type PracticeGateway } from '../../../main/practice-gateway/practice-gateway';
import { createApsProvider } from '../../../main/providers/aps/aps-provider';
import { sleep } from '../../../main/providers/http/sleep';
import type { StoreClient } from '../../../main/store/store-client';
import { openTestStore } from '../../support/test-store';

function statusOf({ status, expiresAt }: { status: string; expiresAt: number }): PaymentLink['status'] {
  if (status === 'Paid') return 'paid';
  if (status === 'Closed') return 'closed';
  return expiresAt <= Date.now() ? 'expired' : 'open';
}

/** What an import would have stored of a gateway's links. */
export function cachedLinks(gateway: PracticeGateway, checkedAt: number): PaymentLink[] {
  return gateway.links().map((link) => ({
    connectionId: 'shop',
    linkId: link.id,
    reference: link.reference,
    status: statusOf(link),
    providerStatus: link.status,
    amount: { amountMinor: link.amountMinor, currency: link.currency },
    expiresAt: link.expiresAt,
    customerName: link.customerName,
    checkedAt,
  }));
}

/** The real store with the links of a real practice gateway, and a provider that speaks to it. */
export async function openJobsDesk() {
  const gateway = await startPracticeGateway({ port: 0, links: 40, seed: 11 });
  const { store, close } = openTestStore();
  const { merchantIdentifier, shaType, ...secrets } = gateway.credentials;
  const connection: Connection = {
    id: 'shop',
    name: 'Shop',
    provider: 'aps',
    environment: 'custom',
    endpoint: gateway.apsUrl,
    merchantIdentifier,
    shaType,
    accessCodeTail: secrets.accessCode.slice(-4),
    createdAt: 1,
  };
  await store.call('saveConnection', { connection });
  await store.call('upsertLinks', { links: cachedLinks(gateway, Date.now()), source: 'import' });
  /** May be spoilt by a test. */
  const account = { ...secrets };
  const providers = createProviderRegistry({
    findConnection: async (id) => (await store.call('listConnections', {})).find((each) => each.id === id),
    takeSecrets: () => Promise.resolve(account),
    make: (request) =>
      Promise.resolve(
        createApsProvider({
          endpoint: gateway.apsUrl,
          merchantIdentifier,
          shaType,
          secrets: request.secrets,
          fetch,
          clock: Date.now,
          random: Math.random,
          sleep,
          zone: 'Asia/Kuwait',
          language: 'en',
          referencePolicy: 'original',
          timeoutMs: 2000,
        }),
      ),
  });
  let jobs = 0;
  return {
    gateway,
    store,
    account,
    providers,
    close,
    /** A run of the application over the store: what it knows besides is gone with it. */
    startRun: (options: { now?: () => number; over?: StoreClient; failures?: unknown[] } = {}) => {
      const { now = Date.now, over = store, failures = [] } = options;
      const runner = new JobRunner({
        store: over,
        providers,
        now,
        onJob: () => undefined,
        onFailure: (_jobId, thrown) => failures.push(thrown),
      });
      const newId = () => `job-${String((jobs += 1))}`;
      return { runner, jobs: new Jobs({ store: over, runner, now, newId }) };
    },
    /** A selection of every link. */
    everything: async () => {
      const { handle } = await store.call('openQuery', { filter: {}, sort: [] });
      return { mode: 'allExcept', handle, keys: [] } as const;
    },
  };
}

export type JobsDesk = Awaited<ReturnType<typeof openJobsDesk>>;
