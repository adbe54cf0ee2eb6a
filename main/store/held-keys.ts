import { resultClosed } from './result-shelf';

/** Frozen lists of keys, by handle: what an export is made of, from the press until its file is written. The oldest goes first. */
export class HeldKeys {
  readonly #lists = new Map<number, Int32Array>();
  readonly #capacity: number;
  #lastHandle = 0;

  constructor(capacity = 8) {
    this.#capacity = capacity;
  }

  add(keys: Int32Array): { readonly handle: number; readonly total: number } {
    const handle = ++this.#lastHandle;
    this.#lists.set(handle, keys);
    const [oldest] = this.#lists.keys();
    if (this.#lists.size > this.#capacity && oldest !== undefined) this.#lists.delete(oldest);
    return { handle, total: keys.length };
  }

  /** @throws AppError `store/result-closed` for a handle that is no longer held. */
  keysOf(handle: number): Int32Array {
    const keys = this.#lists.get(handle);
    if (keys === undefined) throw resultClosed();
    return keys;
  }

  drop(handle: number): void {
    this.#lists.delete(handle);
  }

  clear(): void {
    this.#lists.clear();
  }
}
