import type { KeySet, KeySets } from './key-sets';
import type { StoreDatabase } from './store-database';

/** Ascending keys, as `ColumnQuery` takes them. */
export interface KeyLists {
  readonly only: readonly Int32Array[];
  readonly without: readonly Int32Array[];
}

export interface Gathering {
  readonly db: StoreDatabase;
  /** Milliseconds after which it yields. */
  readonly sliceMs?: number;
  readonly clock?: () => number;
}

/**
 * Reads lists of keys, and yields every few milliseconds so that others get their turn. Between yields a statement of `db` is
 * open: it must be a connection nobody writes with, unless it is run from end to end at once.
 */
export function* gatherKeys(sets: KeySets, gathering: Gathering): Generator<undefined, KeyLists> {
  const pace = createPace(gathering);
  const lists = { only: [] as Int32Array[], without: [] as Int32Array[] };
  for (const side of ['only', 'without'] as const) {
    for (const set of sets[side]) lists[side].push(yield* readSet(set, gathering.db, pace));
  }
  return lists;
}

/** Reads lists of keys at once. */
export function gatherAtOnce(sets: KeySets, db: StoreDatabase): KeyLists {
  const keys = gatherKeys(sets, { db });
  let step = keys.next();
  while (step.done !== true) step = keys.next();
  return step.value;
}

/** When it is time to give way. */
interface Pace {
  isOver(): boolean;
  begin(): void;
}

function createPace({ sliceMs = Infinity, clock = () => performance.now() }: Gathering): Pace {
  let since = clock();
  return {
    isOver: () => clock() - since >= sliceMs,
    begin: () => {
      since = clock();
    },
  };
}

function readSet(set: KeySet, db: StoreDatabase, pace: Pace): Generator<undefined, Int32Array> {
  switch (set.pace) {
    case 'at-once':
      return readAtOnce(set, db);
    case 'by-hit':
      return readMatches(set, db, pace);
    case 'by-window':
      return readWindows(set, db, pace);
  }
}

/** It is quick, and has the shape of the other two. */
function* readAtOnce({ sql, params }: KeySet, db: StoreDatabase): Generator<undefined, Int32Array> {
  return Int32Array.from(
    new Set(
      db
        .prepare<(string | number)[], number>(sql)
        .pluck()
        .all(...params),
    ),
  ).sort();
}

/** Looking at the clock costs as much as a hit. */
const hitsALook = 256;

function* readMatches(
  { sql, params }: KeySet,
  db: StoreDatabase,
  pace: Pace,
): Generator<undefined, Int32Array> {
  const keys = new KeyList();
  for (const key of db
    .prepare<(string | number)[], number>(sql)
    .pluck()
    .iterate(...params)) {
    keys.add(key);
    if (keys.length % hitsALook > 0 || !pace.isOver()) continue;
    yield;
    pace.begin();
  }
  return keys.whole();
}

/** A thousand texts are looked through in about a millisecond. */
const keysAWindow = 2_000;

function* readWindows(
  { sql, params }: KeySet,
  db: StoreDatabase,
  pace: Pace,
): Generator<undefined, Int32Array> {
  const keys = new KeyList();
  const last = db.prepare<[], number>('SELECT max(key) FROM link').pluck().get() ?? 0;
  const read = db.prepare<(string | number)[], number>(`${sql} AND id BETWEEN ? AND ?`).pluck();
  for (let from = 1; from <= last; from += keysAWindow) {
    const upTo = from + keysAWindow - 1;
    for (const key of read.all(...params, from, upTo)) keys.add(key);
    if (!pace.isOver()) continue;
    yield;
    pace.begin();
  }
  return keys.whole();
}

class KeyList {
  #keys = new Int32Array(1024);
  length = 0;

  add(key: number): void {
    if (this.length === this.#keys.length) {
      const wider = new Int32Array(this.length * 2);
      wider.set(this.#keys);
      this.#keys = wider;
    }
    this.#keys[this.length] = key;
    this.length += 1;
  }

  whole(): Int32Array {
    return this.#keys.slice(0, this.length);
  }
}
