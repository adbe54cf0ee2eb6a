import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { AhrvoSecrets } from '#domain/provider';
import { inRepo } from '../../build/scripts/lib/paths.mjs';
import { Syncs } from '../../main/sync/manage-syncs';
import { anAhrvoConnection } from '../support/store/temp-store';
import { ahrvoRegistry } from '../support/sync/ahrvo-registry';
import { startStore } from './link-data/store-session';

const pageSize = 100;

/** What the gateway's command prints when it is up. */
const gatewayLine = z.object({
  ahrvoUrl: z.string(),
  ahrvo: z.object({ username: z.string(), password: z.string() }),
});
type Gateway = z.infer<typeof gatewayLine>;

/** The practice gateway in a process of its own, as a provider is. */
async function startGateway(
  links: number,
  latencyMs: number,
): Promise<Gateway & { readonly process: ChildProcess }> {
  const options = [
    '--links',
    '0',
    '--ahrvo-links',
    String(links),
    '--fault',
    `latency=ms:${String(latencyMs)}`,
  ];
  const args = [inRepo('out/main/practice-gateway.js'), ...options];
  const gateway = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [text] = (await once(createInterface({ input: gateway.stdout }), 'line')) as [string];
  return { ...gatewayLine.parse(JSON.parse(text)), process: gateway };
}

/** Syncs everything into an empty cache over a store process, as the application does; answers how long it took, in ms. */
async function syncAll({ ahrvoUrl, ahrvo }: Gateway, file: string): Promise<number> {
  const session = await startStore(file);
  const store = session.client;
  await store.call('saveConnection', {
    connection: anAhrvoConnection({ environment: 'custom', endpoint: ahrvoUrl }),
  });
  const syncs = new Syncs({
    ...{ store, now: Date.now, newId: randomUUID, providers: ahrvoRegistry({ store, account: ahrvo }) },
    ...{ onRun: () => undefined, onLinks: () => undefined, onWaiting: () => undefined },
    ...{ onRejected: () => undefined, onFailure: () => undefined },
  });
  const startedAt = performance.now();
  await syncs.readAll('shop');
  const took = performance.now() - startedAt;
  await session.stop();
  return took;
}

const listPage = z.object({
  _embedded: z.object({ payment_links: z.array(z.unknown()) }),
  page: z.object({ next_cursor: z.string().nullable() }),
});

/** Reads the same pages one after the other, as far as the cursor, and does nothing with them. */
async function fetchAll({ ahrvoUrl, ahrvo }: Gateway): Promise<number> {
  const headers = { authorization: basic(ahrvo), accept: 'application/json', 'finix-version': '2022-02-01' };
  let links = 0;
  for (let cursor: string | null = ''; cursor !== null;) {
    const after: string = cursor === '' ? '' : `&after_cursor=${encodeURIComponent(cursor)}`;
    const response = await fetch(`${ahrvoUrl}/payment_links?limit=${String(pageSize)}${after}`, { headers });
    const { _embedded, page } = listPage.parse(JSON.parse(await response.text()));
    links += _embedded.payment_links.length;
    cursor = page.next_cursor;
  }
  return links;
}

function basic({ username, password }: AhrvoSecrets): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

export interface PreparedSync {
  /** In ms, without what it takes to start a store process. */
  sync(): Promise<number>;
  /** Answers how many links there were. */
  fetchAll(): Promise<number>;
  dispose(): Promise<void>;
}

/** A gateway with so many links that takes so long for each page, and an empty cache for each sync. */
export async function prepareSync(links: number, latencyMs: number): Promise<PreparedSync> {
  const folder = await mkdtemp(path.join(tmpdir(), 'desk-sync-'));
  const gateway = await startGateway(links, latencyMs);
  let files = 0;
  return {
    sync: () => syncAll(gateway, path.join(folder, `links-${String((files += 1))}.db`)),
    fetchAll: () => fetchAll(gateway),
    dispose: async () => {
      gateway.process.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
