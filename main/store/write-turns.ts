/**
 * Lets short writes wait while a long one holds the file's only write lock. SQLite would wait too, but with the whole
 * process, so that the long write itself could not go on.
 */
export class WriteTurns {
  #last: Promise<unknown> = Promise.resolve();
  #held = 0;

  /** True while a long write runs or waits. */
  get isHeld(): boolean {
    return this.#held > 0;
  }

  /** Runs a long write after those that came before it. */
  hold<T>(work: () => Promise<T>): Promise<T> {
    this.#held += 1;
    const turn = this.#last.then(work).finally(() => (this.#held -= 1));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Runs a short write, at once if no long one is under way. */
  async pass<T>(write: () => T): Promise<T> {
    while (this.isHeld) await this.#last;
    return write();
  }
}
