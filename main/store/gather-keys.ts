import type { KeySet, KeySets } from './key-sets';
import type { StoreDatabase } from './store-database';
import { foldedTexts } from './text-terms';

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
  /** Told at each yield: how many keys of the list under way were found, and up to which key. */
  readonly onSlice?: (progress: { readonly found: number; readonly upTo: number }) => void;
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
  isOver(found: number, upTo: number): boolean;
  begin(): void;
}

function createPace({ sliceMs = Infinity, clock = () => performance.now(), onSlice }: Gathering): Pace {
  let since = clock();
  return {
    isOver: (found, upTo) => {
      if (clock() - since < sliceMs) return false;
      onSlice?.({ found, upTo });
      return true;
    },
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
      return readHits(set, db, pace);
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

function readHits(set: KeySet, db: StoreDatabase, pace: Pace): Generator<undefined, Int32Array> {
  return set.steps === undefined ? readMatches(set, db, pace) : readTested(set.steps, db, pace);
}

/** Few enough that they are tested in a slice of time. */
const keysATest = 100;

function* readTested(
  { match, test }: NonNullable<KeySet['steps']>,
  db: StoreDatabase,
  pace: Pace,
): Generator<undefined, Int32Array> {
  const keys = new KeyList();
  const passing = db
    .prepare<(string | number)[], number>(
      `SELECT texts.id FROM json_each(?) AS picked CROSS JOIN ${foldedTexts.table} AS texts ON texts.id = picked.value
       WHERE ${test.sql} ORDER BY picked.key`,
    )
    .pluck();
  let batch: number[] = [];
  const testBatch = (): void => {
    for (const key of passing.all(JSON.stringify(batch), ...test.params)) keys.add(key);
    batch = [];
  };
  const matches = db.prepare<(string | number)[], number>(match.sql).pluck();
  for (const key of matches.iterate(...match.params)) {
    if (batch.push(key) < keysATest) continue;
    testBatch();
    if (!pace.isOver(keys.length, key)) continue;
    yield;
    pace.begin();
  }
  testBatch();
  return keys.whole();
}

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
    if (keys.length % hitsALook > 0 || !pace.isOver(keys.length, key)) continue;
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
    if (!pace.isOver(keys.length, upTo)) continue;
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
