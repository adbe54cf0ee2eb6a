import type { StoreDatabase } from './store-database';
import type { StoredSync } from './sync-table';

/** `first`: the run had never met the link; `anew`: not since it last began the list; `again`: on an earlier page. */
export type Meeting = 'first' | 'anew' | 'again';

/** Which links a run has met. They are kept while it may go on: a list can tell a link twice, and pages are read again. */
export interface MetLinks {
  meet(run: Pick<StoredSync, 'number' | 'reading'>, key: number): Meeting;
  drop(run: number): void;
}

export function createMetLinks(db: StoreDatabase): MetLinks {
  const add = db.prepare<[number, number, number]>('INSERT OR IGNORE INTO sync_met VALUES (?, ?, ?)');
  const move = db.prepare<[number, number, number, number]>(
    'UPDATE sync_met SET reading = ? WHERE run = ? AND link_key = ? AND reading < ?',
  );
  const drop = db.prepare<[number]>('DELETE FROM sync_met WHERE run = ?');
  return {
    meet: ({ number, reading }, key) => {
      if (add.run(number, key, reading).changes === 1) return 'first';
      return move.run(reading, number, key, reading).changes === 1 ? 'anew' : 'again';
    },
    drop: (run) => void drop.run(run),
  };
}
