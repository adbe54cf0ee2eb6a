import { AppError } from '#domain/app-error';

/** The key lists of opened queries, by handle. The least recently used one leaves when the shelf is full. */
export class ResultShelf {
  readonly #results = new Map<number, Int32Array>();
  readonly #capacity: number;
  #lastHandle = 0;

  constructor(capacity = 16) {
    this.#capacity = capacity;
  }

  add(keys: Int32Array): number {
    const handle = ++this.#lastHandle;
    this.#results.set(handle, keys);
    const [oldest] = this.#results.keys();
    if (this.#results.size > this.#capacity && oldest !== undefined) this.#results.delete(oldest);
    return handle;
  }

  /** @throws AppError `store/result-closed` for a handle that was closed, left the shelf or never was. */
  keysOf(handle: number): Int32Array {
    const keys = this.#results.get(handle);
    if (keys === undefined) {
      throw new AppError('store/result-closed', {
        message: 'This result is no longer open.',
        retryable: true,
      });
    }
    // A Map keeps the order of insertion: used last is put last.
    this.#results.delete(handle);
    this.#results.set(handle, keys);
    return keys;
  }

  close(handle: number): void {
    this.#results.delete(handle);
  }

  clear(): void {
    this.#results.clear();
  }
}
