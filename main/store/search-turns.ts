import { setImmediate as nextTurn } from 'node:timers/promises';

import type { ResolvedFilter } from '#domain/link-filter';

import { stopIfCancelled } from '../files/progress';
import type { ColumnQuery, ColumnTable } from './columns/column-table';
import { gatherAtOnce, gatherKeys, type KeyLists } from './gather-keys';
import { keySetsOf, withoutSearches } from './key-sets';
import type { StoreDatabase } from './store-database';
import type { TextSearch } from './texts/text-search';

interface SearchParts {
  readonly db: StoreDatabase;
  readonly columns: ColumnTable;
  readonly openBeside: () => StoreDatabase;
  readonly sliceMs?: number;
}

/** What a filter asks that the columns do not tell, found. */
type Found = Pick<ColumnQuery, 'only' | 'without' | 'texts'>;

/** A query waits no longer than that. */
const usualSliceMs = 6;

/**
 * Finds what a filter asks of texts and marks, turn by turn. The index is asked first: it finds a text that few links have in a
 * few milliseconds. What it does not find in the first turn, many links have: they are looked through in memory, which takes the
 * same time whatever is searched for. Only while the texts are not loaded is the index read to the end.
 */
export class SearchTurns {
  readonly #parts: SearchParts;
  readonly #underWay = new Set<Generator<undefined, KeyLists>>();
  /** A read that pauses would hold up writes: it has a connection of its own. */
  #beside: StoreDatabase | undefined;

  constructor(parts: SearchParts) {
    this.#parts = parts;
  }

  /** Fails with `app/cancelled`. */
  async find(filter: ResolvedFilter, stop: AbortSignal): Promise<Found> {
    const { db, columns, openBeside, sliceMs = usualSliceMs } = this.#parts;
    const sets = keySetsOf(filter);
    this.#beside ??= openBeside();
    const turns = gatherKeys(sets, { db: this.#beside, sliceMs });
    this.#underWay.add(turns);
    try {
      for (let turn = turns.next(); ; turn = turns.next()) {
        if (turn.done === true) return turn.value;
        const texts = columns.searchTexts(filter);
        if (texts !== undefined) {
          await this.#lookThrough(texts, stop);
          return { ...gatherAtOnce(withoutSearches(sets), db), texts };
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

  async #lookThrough(texts: TextSearch, stop: AbortSignal): Promise<void> {
    const { sliceMs = usualSliceMs } = this.#parts;
    for (let isDone = false; !isDone;) {
      await nextTurn();
      stopIfCancelled(stop);
      const end = performance.now() + sliceMs;
      do isDone = texts.step();
      while (!isDone && performance.now() < end);
    }
  }

  #end(turns: Generator<undefined, KeyLists>): void {
    this.#underWay.delete(turns);
    turns.return({ only: [], without: [] });
  }
}
