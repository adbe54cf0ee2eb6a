import type { Benchmark } from './benchmark';
import type { LinkData } from './link-data/link-data';
import { startStore, waitUntilLoaded } from './link-data/store-session';
import { createMemoryGauge } from './memory-gauge';
import { heldBy } from './process-memory';

/** The whole store process with every order loaded, against nothing but the rows as objects, as a plain result would be held. */
export function linkMemoryBenchmark(data: LinkData): Benchmark {
  return {
    name: 'link memory: store process, everything loaded',
    unit: 'MB',
    peerName: 'SELECT * of all rows as objects',
    once: true,
    prepare: async () => {
      const gauge = createMemoryGauge();
      const db = await data.sqlite();
      return {
        ours: async () => {
          const store = await startStore(await data.file());
          await waitUntilLoaded(store);
          const held = await heldBy(store.pid);
          await store.stop();
          return held;
        },
        peer: () => {
          // The first collection finds what the second one frees: buffers of objects that are gone.
          gauge();
          const before = gauge();
          const rows = db.prepare('SELECT * FROM link').all();
          const held = Math.max(0, gauge() - before);
          return Promise.resolve(rows.length > 0 ? held : 0);
        },
        dispose: () => undefined,
      };
    },
  };
}
