import type { StoreStatement } from './store-database';

const FIRST_ROOM = 1 << 16;

/** The keys a statement yields, one after the other: a list of a million numbers beside the array would cost five times as much. */
export function readKeys(statement: StoreStatement<[], number>): Int32Array {
  let keys = new Int32Array(FIRST_ROOM);
  let length = 0;
  for (const key of statement.iterate()) {
    if (length === keys.length) {
      const wider = new Int32Array(length * 2);
      wider.set(keys);
      keys = wider;
    }
    keys[length] = key;
    length += 1;
  }
  return keys.slice(0, length);
}
