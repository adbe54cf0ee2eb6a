import { setImmediate as nextTurn } from 'node:timers/promises';

import { stopIfCancelled } from '../files/progress';
import type { ColumnQuery, ColumnTable } from './columns/column-table';
import type { LinkQuery } from './find-links';
import { gatherAtOnce, gatherKeys, type KeyLists } from './gather-keys';
import { keySetsOf, withoutSearches } from './key-sets';
import { rowsAPage } from './link-query';
import type { StoreDatabase } from './store-database';
import { indexIsQuick } from './texts/index-is-quick';
import type { TextSearch } from './texts/text-search';

interface SearchParts {
  readonly db: StoreDatabase;
  readonly columns: ColumnTable;
  readonly openBeside: () => StoreDatabase;
  readonly sliceMs?: number;
}

/** What a filter asks that the columns do not tell, found. */
type Found = Pick<ColumnQuery, 'only' | 'without' | 'texts'>;

type OnFirst = (first: Int32Array) => void;

interface MemorySearch extends LinkQuery {
  readonly texts: TextSearch;
  readonly onFirst: OnFirst | undefined;
}

/** A query waits no longer than that. */
const usualSliceMs = 6;

/**
 * Finds what a filter asks of texts and marks, turn by turn. What few links have the index finds in a few milliseconds. What many
 * have is looked through in memory, which takes the same time whatever is searched for. Only while the texts are not loaded the
 * index is read to the end.
 */
export class SearchTurns {
  readonly #parts: SearchParts;
  readonly #underWay = new Set<Generator<undefined, KeyLists>>();
  /** A read that pauses would hold up writes: it has a connection of its own. */
  #beside: StoreDatabase | undefined;

  constructor(parts: SearchParts) {
    this.#parts = parts;
  }

  /** `onFirst` is told the first page's keys where they are soon found. Fails with `app/cancelled`. */
  async find(query: LinkQuery, stop: AbortSignal, onFirst?: OnFirst): Promise<Found> {
    const { columns } = this.#parts;
    const { filter } = query;
    const texts = columns.searchTexts(filter);
    if (texts !== undefined && !indexIsQuick(texts.texts, texts.terms))
      return this.#lookThrough({ ...query, texts, onFirst }, stop);
    const turns = this.#readIndex(filter);
    try {
      for (let turn = turns.next(); ; turn = turns.next()) {
        if (turn.done === true) return turn.value;
        await nextTurn();
        stopIfCancelled(stop);
        // They are more than they seemed, or their texts have been loaded meanwhile.
        const search = columns.searchTexts(filter);
        if (search !== undefined) return await this.#lookThrough({ ...query, texts: search, onFirst }, stop);
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

  #readIndex(filter: LinkQuery['filter']): Generator<undefined, KeyLists> {
    const { openBeside, sliceMs = usualSliceMs } = this.#parts;
    this.#beside ??= openBeside();
    const turns = gatherKeys(keySetsOf(filter), { db: this.#beside, sliceMs });
    this.#underWay.add(turns);
    return turns;
  }

  async #lookThrough({ texts, onFirst, ...query }: MemorySearch, stop: AbortSignal): Promise<Found> {
    const { db, columns, sliceMs = usualSliceMs } = this.#parts;
    const lists = gatherAtOnce(withoutSearches(keySetsOf(query.filter)), db);
    const first =
      onFirst && columns.canSort(query.sort) && columns.firstOf({ ...query, ...lists, texts }, rowsAPage);
    if (first instanceof Int32Array) onFirst?.(first);
    for (let isDone = false; !isDone;) {
      const end = performance.now() + sliceMs;
      do isDone = texts.step();
      while (!isDone && performance.now() < end);
      await nextTurn();
      stopIfCancelled(stop);
    }
    // A mark may have come or gone meanwhile.
    return { ...gatherAtOnce(withoutSearches(keySetsOf(query.filter)), db), texts };
  }

  #end(turns: Generator<undefined, KeyLists>): void {
    this.#underWay.delete(turns);
    turns.return({ only: [], without: [] });
  }
}
