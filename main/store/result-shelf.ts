import type { LinkTotals } from '#contract/links';
import { AppError } from '#domain/app-error';

/** All rows of a query, in its order. Keys and totals may be worked out when they are first asked for. */
export interface QueryResult {
  readonly total: number;
  readonly keys: Int32Array;
  readonly totals: LinkTotals;
  /** The first keys, without working out the others. */
  first(limit: number): Int32Array;
}

/** A result that is there as a whole. */
export function wholeResult(keys: Int32Array, totals: LinkTotals): QueryResult {
  return { total: keys.length, keys, totals, first: (limit) => keys.subarray(0, limit) };
}

/** The first rows of a query whose rest is still being found. */
export interface FirstRows {
  readonly first: Int32Array;
  /** Finds all rows at once, for somebody who cannot wait. */
  readonly finish: () => QueryResult;
}

/** The results of opened queries, by handle. The least recently used one leaves when the shelf is full. */
export class ResultShelf {
  readonly #results = new Map<number, QueryResult | FirstRows>();
  readonly #capacity: number;
  #lastHandle = 0;

  constructor(capacity = 16) {
    this.#capacity = capacity;
  }

  add(result: QueryResult | FirstRows): number {
    const handle = ++this.#lastHandle;
    this.#results.set(handle, result);
    const [oldest] = this.#results.keys();
    if (this.#results.size > this.#capacity && oldest !== undefined) this.#results.delete(oldest);
    return handle;
  }

  /** Puts all rows in the place of the first ones; nothing happens when the handle has been closed meanwhile. */
  complete(handle: number, result: QueryResult): void {
    if (this.#results.has(handle)) this.#results.set(handle, result);
  }

  /** The whole result, which is finished if need be. @throws AppError `store/result-closed`, as the others do. */
  resultOf(handle: number): QueryResult {
    const result = this.#use(handle);
    if ('keys' in result) return result;
    const finished = result.finish();
    this.complete(handle, finished);
    return finished;
  }

  /** The keys from the first to an end, the rest being found if need be. */
  keysUntil(handle: number, end: number): Int32Array {
    const result = this.#use(handle);
    if (!('keys' in result) && end <= result.first.length) return result.first;
    return this.resultOf(handle).keys;
  }

  /** How many rows can be read without finding more. */
  knownCount(handle: number): number {
    const result = this.#use(handle);
    return 'keys' in result ? Infinity : result.first.length;
  }

  close(handle: number): void {
    this.#results.delete(handle);
  }

  clear(): void {
    this.#results.clear();
  }

  /** @throws AppError `store/result-closed` for a handle that was closed, left the shelf or never was. */
  #use(handle: number): QueryResult | FirstRows {
    const result = this.#results.get(handle);
    if (result === undefined) throw resultClosed();
    // A Map keeps the order of insertion: used last is put last.
    this.#results.delete(handle);
    this.#results.set(handle, result);
    return result;
  }
}

export function resultClosed(): AppError {
  return new AppError('store/result-closed', { message: 'This result is no longer open.', retryable: true });
}
