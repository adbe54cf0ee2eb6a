import { setImmediate as nextTurn } from 'node:timers/promises';

import type { LinkQueryAnswer, LinkTotals } from '#contract/links';
import type { LinkSort } from '#domain/link-filter';

import { stopIfCancelled } from '../files/progress';
import type { ColumnTable } from './columns/column-table';
import { canAnswer } from './find-links';
import { firstRowsByIndex } from './first-rows';
import { isSlow, keySetsOf } from './key-sets';
import type { AskedQuery, LinkQueries } from './link-query';
import { resultClosed, type QueryResult } from './result-shelf';
import { SearchTurns } from './search-turns';
import type { StoreDatabase } from './store-database';
import { fromSqlError } from './store-failure';

export interface OpenQueriesParts {
  readonly db: StoreDatabase;
  readonly queries: LinkQueries;
  readonly columns: ColumnTable;
  readonly openBeside: () => StoreDatabase;
  /** A cache up to this size is answered at once, whether or not the columns are loaded. */
  readonly smallCache?: number;
  /** How long a search may hold others up; some milliseconds. */
  readonly sliceMs?: number;
}

/**
 * Opens queries over a cache of any size: the first page first where finding all rows takes long, and the rest in turns of a few
 * milliseconds. What is under way for one query ends when the next is opened, so that typing never queues up work.
 */
export class OpenQueries {
  readonly #parts: OpenQueriesParts;
  readonly #search: SearchTurns;
  readonly #isSmall: () => boolean;
  /** What still goes on for answered queries, by handle. */
  readonly #rests = new Map<number, Promise<void>>();
  #newest = new AbortController();

  constructor(parts: OpenQueriesParts) {
    const { db, smallCache = 50_000 } = parts;
    const count = db.prepare<[], number>('SELECT count FROM link_count').pluck();
    this.#parts = parts;
    this.#search = new SearchTurns(parts);
    this.#isSmall = () => (count.get() ?? 0) <= smallCache;
  }

  /** Fails with `app/cancelled` when the call is cancelled or another query is opened before there is an answer. */
  async open(query: AskedQuery, signal: AbortSignal): Promise<LinkQueryAnswer> {
    this.#newest.abort();
    this.#newest = new AbortController();
    const stop = AbortSignal.any([this.#newest.signal, signal]);
    try {
      stopIfCancelled(stop);
      return await this.#open(query, stop);
    } catch (thrown) {
      throw fromSqlError(thrown);
    }
  }

  /** Resolves when nothing goes on for a query: all its rows are found, or its search was given up. */
  async settled(handle: number): Promise<void> {
    await this.#rests.get(handle);
  }

  /** Resolves when these rows can be read. Fails with `store/result-closed`. */
  async known({ handle, end }: { readonly handle: number; readonly end: number }): Promise<void> {
    if (!this.#parts.queries.isKnown(handle, end)) await this.settled(handle);
  }

  /** Waits for all rows. Fails with `store/result-closed` when their search was given up. */
  async totals(handle: number): Promise<LinkTotals> {
    await this.settled(handle);
    if (!this.#parts.queries.isKnown(handle)) throw resultClosed();
    return this.#parts.queries.totals(handle);
  }

  close(): void {
    this.#newest.abort();
    this.#search.close();
  }

  #open(query: AskedQuery, stop: AbortSignal): LinkQueryAnswer | Promise<LinkQueryAnswer> {
    const { db, queries, columns } = this.#parts;
    const isReady = canAnswer(columns, query);
    const { only, without } = keySetsOf(query.filter);
    const isLong = !this.#isSmall() && (!isReady || [...only, ...without].some(isSlow));
    if (!isLong) return queries.open(query);
    // Who looks at some row wants to see it again, not the first page.
    const mayBeFirst = query.anchors === undefined || query.anchors.length === 0;
    const first = isReady || !mayBeFirst ? undefined : firstRowsByIndex(db, query);
    const early = Promise.withResolvers<Int32Array>();
    const whole = this.#find(query, stop, mayBeFirst && first === undefined ? early.resolve : undefined);
    // It fails for nobody when the first page cannot be read.
    whole.catch(() => undefined);
    return first === undefined
      ? this.#answer(query, whole, early.promise)
      : this.#shelveFirst(query, whole, first);
  }

  /** Answers what is there first: all rows, or the first ones. */
  async #answer(
    query: AskedQuery,
    whole: Promise<QueryResult>,
    early: Promise<Int32Array>,
  ): Promise<LinkQueryAnswer> {
    const found = await Promise.race([whole, early]);
    if (found instanceof Int32Array) return this.#shelveFirst(query, whole, found);
    return this.#parts.queries.shelve(found, query.anchors ?? []);
  }

  #shelveFirst(query: AskedQuery, whole: Promise<QueryResult>, first: Int32Array): LinkQueryAnswer {
    const { queries } = this.#parts;
    const answer = queries.shelve({ first, finish: () => queries.find(query) }, query.anchors ?? []);
    const { handle } = answer;
    const rest = whole
      .then((result) => {
        queries.complete(handle, result);
      })
      // Given up, or failed: who needs the rows all the same has them found, and is told of the failure.
      .catch(() => undefined)
      .finally(() => this.#rests.delete(handle));
    this.#rests.set(handle, rest);
    return answer;
  }

  async #find(
    query: AskedQuery,
    stop: AbortSignal,
    onFirst: ((first: Int32Array) => void) | undefined,
  ): Promise<QueryResult> {
    const { columns, queries } = this.#parts;
    await nextTurn();
    await this.#whenSortable(query.sort, stop);
    // Loading has failed.
    if (!canAnswer(columns, query)) return queries.find(query);
    const found = await this.#search.find(query, stop, onFirst);
    await this.#whenSortable(query.sort, stop);
    const { texts } = found;
    const isLost = !canAnswer(columns, query) || (texts !== undefined && !columns.isCurrent(texts));
    return isLost ? queries.find(query) : columns.query({ ...query, ...found });
  }

  /** Waits until the columns are loaded and ranked in an order, or cannot be. */
  async #whenSortable(sort: readonly LinkSort[], stop: AbortSignal): Promise<void> {
    stopIfCancelled(stop);
    if (canAnswer(this.#parts.columns, { sort })) return;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const done = (): void => resolve(undefined);
    stop.addEventListener('abort', done, { once: true });
    this.#parts.columns.whenSortable(sort).then(done, done);
    await promise;
    stopIfCancelled(stop);
  }
}
