import { AppError } from '#domain/app-error';
import type { LinkListPage, ListPosition } from '../providers/payment-provider';

/** A page and the position it was read from; the list's first page has none. */
export interface ReadPage {
  readonly from?: ListPosition;
  readonly page: LinkListPage;
}

export interface PageFeedOptions {
  readonly read: (position: ListPosition | undefined, signal: AbortSignal) => Promise<LinkListPage>;
  /** Ends the read under way. */
  readonly signal: AbortSignal;
}

/** So many pages wait at most: enough that neither side waits for the other, little to read again after a stop. */
const mostReady = 6;

/**
 * Reads a list page after page while the pages before are being stored. It goes on as if every page held something new: where that
 * turns out wrong, what was read too far is dropped by whoever takes it.
 */
export class PageFeed {
  readonly #options: PageFeedOptions;
  readonly #end = new AbortController();
  #ready: ReadPage[] = [];
  #failure: { readonly thrown: unknown } | undefined;
  #isOver = false;
  #wake: () => void = () => undefined;

  constructor(options: PageFeedOptions, position: ListPosition | undefined) {
    this.#options = options;
    void this.#work(position);
  }

  /**
   * Answers what is ready, waiting for at least one page; nothing at the end of the list. Rejects with what ended the reading
   * once all before it is taken, and with `app/cancelled` at once when the signal aborts.
   */
  async take(): Promise<readonly ReadPage[]> {
    while (this.#ready.length === 0 && !this.#isOver) await this.#nextChange();
    if (this.#options.signal.aborted) throw new AppError('app/cancelled');
    const pages = this.#ready;
    this.#ready = [];
    this.#wake();
    if (pages.length === 0 && this.#failure !== undefined) throw this.#failure.thrown;
    return pages;
  }

  /** Nobody takes any more. */
  close(): void {
    this.#end.abort();
    this.#wake();
  }

  /** Never rejects. */
  async #work(start: ListPosition | undefined): Promise<void> {
    const signal = AbortSignal.any([this.#options.signal, this.#end.signal]);
    let from = start;
    try {
      while (!signal.aborted) {
        const page = await this.#options.read(from, signal);
        this.#ready.push(from === undefined ? { page } : { from, page });
        this.#wake();
        const { ifNew } = page.next;
        if (ifNew.kind !== 'on') return;
        from = ifNew.position;
        await this.#room(signal);
      }
    } catch (thrown) {
      this.#failure = { thrown };
    } finally {
      this.#isOver = true;
      this.#wake();
    }
  }

  /** Resolves when another page may be read, or nobody wants any. */
  async #room(signal: AbortSignal): Promise<void> {
    while (this.#ready.length >= mostReady && !signal.aborted) await this.#nextChange();
  }

  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      const others = this.#wake;
      this.#wake = () => {
        this.#wake = () => undefined;
        others();
        resolve();
      };
    });
  }
}
