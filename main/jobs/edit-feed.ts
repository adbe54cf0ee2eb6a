import type { Edit } from '#domain/bulk-job';
import type { EditState } from '#domain/edit-state';
import type { StoreClient } from '../store/store-client';

/** Which edits are fed. */
export interface FeedOf {
  readonly jobId: string;
  readonly connectionId: string;
  readonly state: EditState;
}

const pageSize = 100;

/** Hands out a job's edits of one connection and state, oldest first, each once; reads the next page before it is needed. */
export class EditFeed {
  readonly #store: StoreClient;
  readonly #of: FeedOf;
  #ready: Edit[] = [];
  #again: Edit[] = [];
  #lastId = 0;
  #isAtEnd = false;
  #reading: Promise<void> | undefined;

  constructor(store: StoreClient, of: FeedOf) {
    this.#store = store;
    this.#of = of;
  }

  /** Hands an edit out once more, before those that were not yet out. */
  putBack(edit: Edit): void {
    this.#again.push(edit);
  }

  /** The next edit; undefined when there is none left now. */
  async next(): Promise<Edit | undefined> {
    const again = this.#again.shift();
    if (again !== undefined) return again;
    this.#readAhead();
    // Several may wait for the same page, and the last of them find it empty again.
    while (this.#ready.length === 0 && this.#reading !== undefined) {
      await this.#reading;
      this.#readAhead();
    }
    return this.#ready.shift();
  }

  #readAhead(): void {
    const isLow = this.#ready.length <= pageSize / 2;
    if (!isLow || this.#isAtEnd || this.#reading !== undefined) return;
    const reading = this.#readPage().finally(() => (this.#reading = undefined));
    // Whoever waits for the page meets the failure; when nobody does yet, the next one asks again.
    reading.catch(() => undefined);
    this.#reading = reading;
  }

  async #readPage(): Promise<void> {
    const page = await this.#store.call('nextEdits', {
      ...this.#of,
      limit: pageSize,
      afterId: this.#lastId,
    });
    this.#ready.push(...page);
    this.#lastId = page.at(-1)?.id ?? this.#lastId;
    this.#isAtEnd = page.length < pageSize;
  }
}
