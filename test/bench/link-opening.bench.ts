import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Benchmark } from './benchmark';
import { everyRow } from './link-answers/mixed-query';
import type { LinkData } from './link-data/link-data';
import { ensureLinkFile } from './link-data/link-file';
import { startStore } from './link-data/store-session';

/** From the start of the store process until the first rows of the table are there. */
async function openToFirstRows(file: string): Promise<number> {
  const startedAt = performance.now();
  const store = await startStore(file);
  await store.client.call('openQuery', { filter: everyRow.filter, sort: everyRow.sort });
  const took = performance.now() - startedAt;
  await store.stop();
  return took;
}

/** Starting with everything cached must not be felt. */
export function linkOpeningBenchmark(data: LinkData): Benchmark {
  return {
    name: 'link opening: start to first rows',
    unit: 'ms',
    peerName: 'the same with an empty cache',
    budget: 1.3,
    prepare: async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'desk-bench-'));
      const empty = path.join(folder, 'links.db');
      ensureLinkFile(empty, 0);
      const file = await data.copy();
      return {
        ours: () => openToFirstRows(file),
        peer: () => openToFirstRows(empty),
        dispose: () => rm(folder, { recursive: true, force: true }),
      };
    },
  };
}
