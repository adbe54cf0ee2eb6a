import { open } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

import type { PaymentLink } from '#domain/payment-link';

import { stopIfCancelled } from '../files/progress';
import type { OpenStore } from './open-store';
import type { UpsertCounts } from './store-api';
import type { StoreDatabase } from './store-database';
import { fromSqlError } from './store-failure';
import { createLinkWriter, noLinks } from './upsert-links';
import type { WriteTurns } from './write-turns';

interface CommitWatch {
  readonly signal: AbortSignal;
  readonly onStored: (links: number) => void;
}

export interface StagedLinks {
  stage(links: readonly PaymentLink[]): void;
  /** Fails with `app/cancelled`, `connection/not-found` or a `store/` code; then nothing is stored. */
  commit(watch: CommitWatch): Promise<UpsertCounts>;
  discard(): void;
}

/** A few milliseconds of writing: a query waits no longer than that. */
const LINKS_A_TURN = 100;

/**
 * Links of a file that wait for the rest of it: kept aside in memory, then stored in one transaction. A million links take
 * many seconds, so the transaction has a connection of its own and pauses between links: queries go on meanwhile and see
 * nothing of it; other writes wait for their turn.
 *
 * No transaction stays open while the file is read, because those writes would wait as long; a temporary file would be
 * plaintext. Packed, a million links take some 60 MB.
 */
export function createStagedLinks(
  store: Pick<OpenStore, 'openBeside' | 'columns'>,
  turns: WriteTurns,
): StagedLinks {
  let batches: Buffer[] = [];
  return {
    stage: (links) => void batches.push(deflateRawSync(JSON.stringify(links), { level: 1 })),
    commit: (watch) =>
      turns.hold(async () => {
        try {
          const { counts, keys } = await storeAll(store.openBeside(), unpack(batches), watch);
          store.columns.touch(keys);
          return counts;
        } catch (thrown) {
          throw fromSqlError(thrown);
        } finally {
          batches = [];
        }
      }),
    discard: () => {
      batches = [];
    },
  };
}

interface Stored {
  readonly counts: UpsertCounts;
  /** Of the links that were added or changed. */
  readonly keys: readonly number[];
}

/** What a transaction of its own may keep in memory: all of it is written at once when it is committed. */
const KEPT_KIB = 8 * 1024;

/** The commit then ends in two short pauses instead of a long one: little is left to write, and the checkpoint comes apart. */
function keepCommitShort(db: StoreDatabase): void {
  db.pragma(`cache_size = -${KEPT_KIB}`);
  db.pragma('wal_autocheckpoint = 0');
}

/** Forces what is written so far to the disk while others have their turns, so that the commit waits for the last pages only. */
async function syncLog(db: StoreDatabase): Promise<void> {
  // Closing another handle of the log gives up no lock: those are on the file itself and its -shm.
  const log = await open(`${db.name}-wal`, 'r+').catch(() => undefined);
  await log?.datasync().catch(() => undefined);
  await log?.close();
}

/** Stores all links or none, and closes the connection, which rolls an open transaction back. */
async function storeAll(
  db: StoreDatabase,
  links: Iterable<PaymentLink>,
  { signal, onStored }: CommitWatch,
): Promise<Stored> {
  try {
    const keys: number[] = [];
    const writer = createLinkWriter(db, { onWritten: (key) => void keys.push(key) });
    const counts = noLinks();
    let stored = 0;
    keepCommitShort(db);
    db.exec('BEGIN IMMEDIATE');
    for (const link of links) {
      counts[writer.put(link, 'import').kind] += 1;
      stored += 1;
      if (stored % LINKS_A_TURN > 0) continue;
      onStored(stored);
      await nextTurn();
      stopIfCancelled(signal);
    }
    // Also of a few links that waited long for their turn.
    stopIfCancelled(signal);
    writer.count(counts);
    await syncLog(db);
    db.exec('COMMIT');
    // Whoever waits has a turn between the two.
    await nextTurn();
    db.pragma('wal_checkpoint(PASSIVE)');
    return { counts, keys };
  } finally {
    db.close();
  }
}

function* unpack(batches: readonly Buffer[]): Generator<PaymentLink> {
  for (const batch of batches) {
    // What `stage` packed a moment ago: links are plain JSON values.
    yield* JSON.parse(inflateRawSync(batch).toString()) as PaymentLink[];
  }
}
