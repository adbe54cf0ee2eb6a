import { setTimeout } from 'node:timers/promises';
import { sortColumns } from '#domain/link-filter';
import { inRepo } from '../../../build/scripts/lib/paths.mjs';
import { createStoreClient, type StoreClient } from '../../../main/store/store-client';
import { forkLink, type ForkedLink } from '../../support/processes/fork-link';
import { heldBy } from '../process-memory';
import { keyHex } from './link-file';

export interface StoreSession {
  readonly client: StoreClient;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts the real store process, as the application does, and opens a file in it. */
export async function startStore(file: string): Promise<StoreSession> {
  let link: ForkedLink | undefined;
  const client = createStoreClient({ start: () => (link = forkLink(inRepo('out/main/store-process.js'))) });
  await client.call('open', { file, keyHex });
  return { client, pid: link?.child.pid ?? -1, stop: () => client.stop() };
}

/** Waits until every order and search can be answered at once, as it is some seconds after the start of the application. */
export async function waitUntilLoaded({ client, pid }: StoreSession): Promise<void> {
  for (const by of sortColumns) {
    const { handle } = await client.call('openQuery', { filter: {}, sort: [{ by, direction: 'ascending' }] });
    await client.call('queryTotals', { handle });
    await client.call('closeQuery', { handle });
  }
  // Texts are loaded last, and nobody is told: then the process grows no more.
  for (
    let [before, now] = [0, await heldBy(pid)];
    now > before + 1;
    [before, now] = [now, await heldBy(pid)]
  ) {
    await setTimeout(1_000);
  }
}

/** Closes a query as the application does: nobody waits for it, and a process that ends meanwhile has closed it too. */
export function closeSoon(client: StoreClient, handle: number): void {
  client.call('closeQuery', { handle }).catch(() => undefined);
}
