import { setImmediate as nextTurn } from 'node:timers/promises';

import { stopIfCancelled } from '../files/progress';
import type { ColumnTable } from './columns/column-table';
import { canAnswer, type LinkQuery } from './find-links';
import { firstRowsByText, textsLookedAt } from './first-rows';
import { gatherAtOnce, gatherKeys, type KeyLists } from './gather-keys';
import { isSlow, keySetsOf, type KeySets } from './key-sets';
import type { StoreDatabase } from './store-database';
import { textTest } from './text-terms';

interface SearchParts {
  readonly db: StoreDatabase;
  readonly columns: ColumnTable;
  readonly openBeside: () => StoreDatabase;
  readonly sliceMs?: number;
}

/** A query waits no longer than that. */
const usualSliceMs = 8;

/**
 * From this share of hits on, a page is found sooner by looking at the texts of links in their order than by waiting for all
 * hits: 200 rows are among 2,000 then.
 */
const denseFrom = 0.1;

/** Reads the lists of keys a filter needs turn by turn, on a connection of its own, because a read that pauses would hold up writes. */
export class SearchTurns {
  readonly #parts: SearchParts;
  readonly #underWay = new Set<Generator<undefined, KeyLists>>();
  #beside: StoreDatabase | undefined;

  constructor(parts: SearchParts) {
    this.#parts = parts;
  }

  /**
   * All lists. `onFirst` is told the first page's keys where so many links have what is searched that finding all of them takes
   * long. Fails with `app/cancelled`.
   */
  async gather(
    query: LinkQuery,
    stop: AbortSignal,
    onFirst?: (first: Int32Array) => void,
  ): Promise<KeyLists> {
    let share = 0;
    let tellFirst = onFirst;
    const sets = keySetsOf(query.filter);
    const isWanted = sets.only.some(isSlow);
    this.#beside ??= this.#parts.openBeside();
    const turns = gatherKeys(sets, {
      db: this.#beside,
      sliceMs: this.#parts.sliceMs ?? usualSliceMs,
      // Where texts are only refused, the hits are those in which nothing is found.
      onSlice: ({ found, upTo }) => (share = isWanted ? found / upTo : 1 - found / upTo),
    });
    this.#underWay.add(turns);
    try {
      for (let turn = turns.next(); ; turn = turns.next()) {
        if (turn.done === true) return turn.value;
        if (tellFirst !== undefined && share >= denseFrom) {
          const first = this.#firstRows(query);
          if (first !== undefined) tellFirst(first);
          tellFirst = undefined;
        }
        await nextTurn();
        stopIfCancelled(stop);
      }
    } finally {
      this.#end(turns);
    }
  }

  close(): void {
    // A connection with an open statement cannot be closed.
    for (const turns of [...this.#underWay]) this.#end(turns);
    this.#beside?.close();
    this.#beside = undefined;
  }

  #firstRows({ filter, sort }: LinkQuery): Int32Array | undefined {
    const { db, columns } = this.#parts;
    if (!canAnswer(columns, { sort })) return undefined;
    const { only, without } = keySetsOf(filter);
    const quick: KeySets = {
      only: only.filter((set) => !isSlow(set)),
      without: without.filter((set) => !isSlow(set)),
    };
    const answer = columns.query({ filter, sort, ...gatherAtOnce(quick, db) });
    return firstRowsByText(db, answer.first(textsLookedAt), textTest(filter));
  }

  #end(turns: Generator<undefined, KeyLists>): void {
    this.#underWay.delete(turns);
    turns.return({ only: [], without: [] });
  }
}
