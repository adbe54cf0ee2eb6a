import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { LinkRow, PaymentLink } from '#domain/payment-link';
import type { Connection } from '#domain/provider';
import { inRepo } from '../../build/scripts/lib/paths.mjs';
import type { ProviderRegistry } from '../../main/connections/provider-registry';
import { JobRunner } from '../../main/jobs/job-runner';
import type { Faults } from '../../main/practice-gateway/faults';
import { makeLinks } from '../../main/practice-gateway/make-links';
import type { PracticeCredentials } from '../../main/practice-gateway/practice-account';
import { createApsProvider } from '../../main/providers/aps/aps-provider';
import { sleep } from '../../main/providers/http/sleep';
import { createStoreClient, type StoreClient } from '../../main/store/store-client';
import { forkLink, type ForkedLink } from '../support/processes/fork-link';
import { makeLinkRows } from './link-rows';

/** A connection that carries twelve requests at once to a provider that takes 50 ms for each. */
export const line = { inFlight: 12, latencyMs: 50 } as const;
/** Every edit is an update and the re-read that proves it. */
export const requestsPerEdit = 2;

const seed = 7;
const day = 86_400_000;

/** What the gateway's command prints when it is up. */
interface GatewayLine {
  readonly apsUrl: string;
  readonly credentials: PracticeCredentials;
  readonly controlUrl: string;
  readonly controlToken: string;
}

/** The practice gateway in a process of its own: what it computes must not be taken from the application's share. */
async function startGateway(links: number): Promise<GatewayLine & { readonly process: ChildProcess }> {
  const args = [inRepo('out/main/practice-gateway.js'), '--links', String(links), '--seed', String(seed)];
  const gateway = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [text] = (await once(createInterface({ input: gateway.stdout }), 'line')) as [string];
  // Our own command's one line of output.
  return { ...(JSON.parse(text) as GatewayLine), process: gateway };
}

function connectionTo({ apsUrl, credentials }: GatewayLine): Connection {
  const { merchantIdentifier, shaType } = credentials;
  return {
    ...{ id: 'main', name: 'Main', provider: 'aps', environment: 'custom', endpoint: apsUrl },
    ...{ merchantIdentifier, shaType, accessCodeTail: '', createdAt: 1 },
  };
}

function providersFor({ apsUrl, credentials }: GatewayLine): ProviderRegistry {
  const { merchantIdentifier, shaType, accessCode, requestPhrase, responsePhrase } = credentials;
  const provider = createApsProvider({
    ...{ endpoint: apsUrl, merchantIdentifier, shaType, fetch, sleep, zone: 'Asia/Kuwait', language: 'en' },
    secrets: () => Promise.resolve({ accessCode, requestPhrase, responsePhrase }),
    clock: Date.now,
    random: Math.random,
    referencePolicy: 'original',
    throttle: { maxInFlight: line.inFlight },
  });
  const of = () => Promise.resolve(provider);
  return { of, draft: of, renew: () => undefined, forget: () => undefined };
}

/** The account's links that can be extended, as an import would have stored them. */
function openLinks(accountLinks: number, count: number): PaymentLink[] {
  const now = Date.now();
  const open = makeLinks({ count: accountLinks, seed, now }).filter(({ status }) => status === 'Open');
  return open.slice(0, count).map((link) => ({
    ...{ connectionId: 'main', linkId: link.id, reference: link.reference, providerStatus: 'Open' },
    status: link.expiresAt > now ? 'open' : 'expired',
    amount: { amountMinor: link.amountMinor, currency: link.currency },
    expiresAt: link.expiresAt,
    checkedAt: now,
  }));
}

/** Stores a job that makes every row expire a day later than the day after tomorrow, or than it does. */
async function storeJob(store: StoreClient, id: string, rows: readonly LinkRow[]): Promise<void> {
  const edits = rows.map((row) => {
    const { status, amount, expiresAt: before = 0 } = row;
    const expiresAt = Math.floor((Math.max(before, Date.now() + day) + day) / 1000) * 1000;
    return {
      linkKey: row.key,
      patch: { expiresAt },
      base: { status, expiresAt: before, ...(amount === undefined ? {} : { amount }) },
      changes: [{ field: 'expiresAt' as const, before, after: expiresAt }],
    };
  });
  const job = { id, change: { verb: 'edit' } as const, at: Date.now(), edits };
  await store.call('createJob', job);
  await store.call('moveJob', { jobId: id, to: 'running', at: Date.now() });
}

/** Stores links beside those that are edited, as many as fill the database's page cache, which is bounded. */
async function fillStore(store: StoreClient, count: number): Promise<void> {
  const rows = makeLinkRows(count);
  for (let start = 0; start < count; start += 2_000) {
    const links = rows
      .slice(start, start + 2_000)
      .map(({ key: _key, pending: _pending, conflict: _conflict, ...link }) => link);
    await store.call('upsertLinks', { links, source: 'import' });
  }
}

/** The real runner over the real store process and the real gateway, each in a process of its own as in the application. */
export async function prepareEdits(count: number, { otherLinks = 0 } = {}) {
  const accountLinks = Math.ceil(count * 2) + 100;
  const gateway = await startGateway(accountLinks);
  const folder = await mkdtemp(path.join(tmpdir(), 'desk-bench-'));
  let link: ForkedLink | undefined;
  const store = createStoreClient({
    start: () => (link = forkLink(inRepo('out/main/store-process.js'))),
  });
  await store.call('open', { file: path.join(folder, 'links.db'), keyHex: '0f'.repeat(32) });
  await store.call('saveConnection', { connection: connectionTo(gateway) });
  await store.call('upsertLinks', { links: openLinks(accountLinks, count), source: 'import' });
  const { handle, total } = await store.call('openQuery', { filter: {}, sort: [] });
  if (total < count) throw new Error(`Only ${String(total)} links can be extended.`);
  const keys = await store.call('freezeSelection', { selection: { mode: 'allExcept', handle, keys: [] } });

  await fillStore(store, otherLinks);

  const setFaults = async (faults: Faults) => {
    const headers = { 'x-control-token': gateway.controlToken };
    const answer = await fetch(gateway.controlUrl, { method: 'POST', headers, body: JSON.stringify(faults) });
    if (!answer.ok) throw new Error('The gateway takes no faults.');
  };
  const failed = (_jobId: string, thrown: unknown) => {
    throw thrown;
  };
  return {
    linkIds: (await store.call('readLinks', { keys: keys.slice(0, count) })).map(({ linkId }) => linkId),
    setFaults,
    storePid: () => link?.child.pid ?? -1,
    /** Runs a new job over the links, or the first of them, to its end; answers how long the running took, in milliseconds. */
    runJob: async (
      id: string,
      { failed: expected = 0, edits = count }: { readonly failed?: number; readonly edits?: number } = {},
    ): Promise<number> => {
      await storeJob(store, id, await store.call('readLinks', { keys: keys.slice(0, edits) }));
      const onJob = () => undefined;
      const runner = new JobRunner({
        store,
        providers: providersFor(gateway),
        now: Date.now,
        onJob,
        onFailure: failed,
      });
      const startedAt = performance.now();
      await runner.run(id);
      const tookMs = performance.now() - startedAt;
      const { state, counts } = await store.call('readJob', { jobId: id });
      // The gateway dates its links by the second in which it made them: where ours is another one, a lost update of a link
      // looks like a change made elsewhere.
      if (state !== 'finished' || counts.failed + counts.conflict !== expected) {
        throw new Error(`The job ended ${state} with ${JSON.stringify(counts)}.`);
      }
      return tookMs;
    },
    dispose: async () => {
      await store.stop();
      gateway.process.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
