/** Tells of changes, the first at once and then no more often than every so many milliseconds. */
export class Announcer {
  readonly #tell: () => Promise<void>;
  readonly #everyMs: number;
  #timer: NodeJS.Timeout | undefined;
  #isDue = false;
  #telling: Promise<void> = Promise.resolve();

  constructor(tell: () => Promise<void>, everyMs: number) {
    this.#tell = tell;
    this.#everyMs = everyMs;
  }

  /** Something has changed. */
  note(): void {
    this.#isDue = true;
    if (this.#timer === undefined) this.#say();
  }

  /** Tells how it ended, after everything that was still to be told. Rejects as telling does. */
  async end(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#telling;
    await this.#tell();
  }

  #say(): void {
    this.#isDue = false;
    // What cannot be told now is told by the next change, or at the end.
    this.#telling = this.#tell().catch(() => undefined);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#isDue) this.#say();
    }, this.#everyMs);
  }
}
