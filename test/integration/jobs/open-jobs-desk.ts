import type { BulkJob, BulkPlan, BulkVerb } from '#domain/bulk-job';
import type { PaymentLink } from '#domain/payment-link';
import type { ApsSecrets, Connection } from '#domain/provider';
import { createProviderRegistry } from '../../../main/connections/provider-registry';
import type { JobPause } from '../../../main/jobs/job-run';
import { JobRunner } from '../../../main/jobs/job-runner';
import { Jobs } from '../../../main/jobs/manage-jobs';
import { startPracticeGateway, type PracticeGateway } from '../../../main/practice-gateway/practice-gateway';
import { createApsProvider } from '../../../main/providers/aps/aps-provider';
import { sleep } from '../../../main/providers/http/sleep';
import type { StoreClient } from '../../../main/store/store-client';
import { apsAccount } from '../../support/aps-account';
import { openTestStore } from '../../support/test-store';

function statusOf({ status, expiresAt }: { status: string; expiresAt: number }): PaymentLink['status'] {
  if (status === 'Paid') return 'paid';
  if (status === 'Closed') return 'closed';
  return expiresAt <= Date.now() ? 'expired' : 'open';
}

/** What an import would have stored of a gateway's links. */
export function cachedLinks(
  gateway: PracticeGateway,
  checkedAt: number,
  connectionId = 'shop',
): PaymentLink[] {
  return gateway.links().map((link) => ({
    connectionId,
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

function connectionTo(gateway: PracticeGateway, id: string): Connection {
  const { merchantIdentifier, shaType, accessCode } = gateway.credentials;
  return {
    id,
    name: id,
    provider: 'aps',
    environment: 'custom',
    endpoint: gateway.apsUrl,
    merchantIdentifier,
    shaType,
    accessCodeTail: accessCode.slice(-4),
    createdAt: 1,
  };
}

function registryOver(store: StoreClient, accounts: ReadonlyMap<string, ApsSecrets>) {
  return createProviderRegistry({
    findConnection: async (id) => (await store.call('listConnections', {})).find((each) => each.id === id),
    takeSecrets: ({ id }) => {
      const account = accounts.get(id);
      return account === undefined ? Promise.reject(new Error('no account')) : Promise.resolve(account);
    },
    make: (request) =>
      Promise.resolve(
        createApsProvider({
          ...apsAccount(request),
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
}

/** The real store with the links of a real practice gateway, and a provider that speaks to it. */
export async function openJobsDesk() {
  const gateway = await startPracticeGateway({ port: 0, links: 40, seed: 11 });
  const { store, close } = openTestStore();
  const accounts = new Map<string, { -readonly [N in keyof ApsSecrets]: ApsSecrets[N] }>();
  const connect = async (id: string, to: PracticeGateway) => {
    const { accessCode, requestPhrase, responsePhrase } = to.credentials;
    accounts.set(id, { accessCode, requestPhrase, responsePhrase });
    await store.call('saveConnection', { connection: connectionTo(to, id) });
    await store.call('upsertLinks', { links: cachedLinks(to, Date.now(), id), source: 'import' });
  };
  await connect('shop', gateway);
  const account = accounts.get('shop');
  if (account === undefined) throw new Error('no account');
  const providers = registryOver(store, accounts);
  /** A selection of every link. */
  const everything = async () => {
    const { handle } = await store.call('openQuery', { filter: {}, sort: [] });
    return { mode: 'allExcept', handle, keys: [] } as const;
  };
  let plans = 0;
  return {
    gateway,
    store,
    /** The secrets of the first connection; may be spoilt by a test. */
    account,
    providers,
    close,
    everything,
    /** Adds a connection to a gateway of its own, with all its links. */
    connect,
    /** Plans a change of every link. */
    plan: async (change: BulkVerb): Promise<BulkPlan> => {
      const planId = `plan-${String((plans += 1))}`;
      const of = { kind: 'selection', selection: await everything(), change } as const;
      return store.call('planJob', { planId, of, now: Date.now() });
    },
    /** A run of the application over the store: what it knows besides is gone with it. */
    startRun: (
      options: {
        now?: () => number;
        over?: StoreClient;
        failures?: unknown[];
        pauses?: JobPause[];
        onJob?: (job: BulkJob) => void;
        restMs?: number;
        onWaiting?: (pause: JobPause) => void;
      } = {},
    ) => {
      const {
        now = Date.now,
        over = store,
        failures = [],
        pauses = [],
        onJob = () => undefined,
        restMs,
        onWaiting,
      } = options;
      const runner = new JobRunner({
        store: over,
        providers,
        now,
        onJob,
        onFailure: (_jobId, thrown) => failures.push(thrown),
        onPaused: (pause) => pauses.push(pause),
        ...(restMs === undefined ? {} : { restMs }),
        ...(onWaiting === undefined ? {} : { onWaiting }),
      });
      return { runner, jobs: new Jobs({ store: over, runner, now }) };
    },
  };
}

export type JobsDesk = Awaited<ReturnType<typeof openJobsDesk>>;
