import { setImmediate } from 'node:timers/promises';

import type { LinkTotals } from '#contract/links';
import type { LinkSort, ResolvedFilter, SortColumn } from '#domain/link-filter';

import type { StoreDatabase } from '../store-database';
import { searchedTerms } from '../text-terms';
import { TextSearch } from '../texts/text-search';
import { ColumnAnswer } from './column-answer';
import { allowedStatuses, maskOf, slotsOfFew } from './filter-mask';
import { totalsOf } from './hit-totals';
import { takeHits } from './hits';
import { KeptLinks } from './kept-links';
import { createLinkReader, type LinkReader } from './link-reader';
import { inSlices } from './slices';

/** A filter and an order to answer from memory. */
export interface ColumnQuery {
  /** Its words, texts and marks (and those it refuses) are not looked at: they come as key lists or as a search. */
  readonly filter: ResolvedFilter;
  readonly sort: readonly LinkSort[];
  /** Ascending keys; a link must be in each of these lists. */
  readonly only: readonly Int32Array[];
  /** Ascending keys; a link must be in none of these lists. */
  readonly without: readonly Int32Array[];
  /** A link must pass it. It must be current. */
  readonly texts?: TextSearch | undefined;
}

/** What every link is filtered, sorted and summed by, held in memory. */
export interface ColumnTable {
  /**
   * True once every link is loaded; false again after `reload`, and while thousands of touched links are being read. What is
   * asked here holds until the end of the turn: a query that follows is answered.
   */
  readonly isReady: boolean;
  readonly count: number;
  /** True when this order can be answered now; texts take a while longer to rank than the rest to load. */
  canSort(sort: readonly LinkSort[]): boolean;
  /** A search for the words and texts of a filter, and those it refuses; undefined while the texts are not loaded. */
  searchTexts(filter: ResolvedFilter): TextSearch | undefined;
  /** True while a search looks where all links have their texts. */
  isCurrent(search: TextSearch): boolean;
  /**
   * Loads and ranks in slices of some milliseconds, giving way to the event loop in between; ends early, without an error, when
   * closed. It can be called again, also after it failed.
   *
   * @throws what SQLite throws
   */
  load(): Promise<void>;
  /** Loads, and resolves once the table can sort this; never, when it is closed before. Rejects when loading fails. */
  whenSortable(sort: readonly LinkSort[]): Promise<void>;
  /** These links were added or changed; they are read again by the time of the next query. A part of a transaction may tell it. */
  touch(keys: Iterable<number>): void;
  /** Anything may have changed: links removed, an import stored. Loads again by itself when it was loaded before. */
  reload(): void;
  /** Only when `isReady`; an order that cannot be sorted by yet is made at once, however long that takes. */
  query(query: ColumnQuery): ColumnAnswer;
  /**
   * The first keys of a query with a search, told without searching all links; undefined where they are not soon found.
   */
  firstOf(query: ColumnQuery & { readonly texts: TextSearch }, limit: number): Int32Array | undefined;
  /** Keys of no link count nothing. */
  totalsOf(keys: Int32Array): LinkTotals;
  close(): void;
}

/** So many are found in any order, and their texts tested, in some milliseconds. */
const mostTested = 1_000;

interface Waiting {
  readonly sort: readonly LinkSort[];
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** Makes a table over an open database; it is empty until it is loaded. */
export function createColumnTable(db: StoreDatabase): ColumnTable {
  return new StoredColumns(createLinkReader(db));
}

class StoredColumns implements ColumnTable {
  readonly #reader: LinkReader;
  readonly #waiting = new Set<Waiting>();
  #links: KeptLinks | undefined;
  #loading: Promise<void> | undefined;
  #isClosed = false;

  constructor(reader: LinkReader) {
    this.#reader = reader;
  }

  get isReady(): boolean {
    return this.#current() !== undefined;
  }

  get count(): number {
    return this.#current()?.arrays.count ?? 0;
  }

  canSort(sort: readonly LinkSort[]): boolean {
    const links = this.#current();
    return links !== undefined && sort.every(({ by }) => links.orders.canSortBy(by));
  }

  searchTexts(filter: ResolvedFilter): TextSearch | undefined {
    const texts = this.#current()?.texts.whole;
    return texts && new TextSearch(texts, searchedTerms(filter));
  }

  isCurrent({ texts }: TextSearch): boolean {
    return texts === this.#current()?.texts.whole;
  }

  load(): Promise<void> {
    return (this.#loading ??= this.#work());
  }

  async whenSortable(sort: readonly LinkSort[]): Promise<void> {
    while (!this.canSort(sort)) {
      await new Promise<void>((resolve, reject) => {
        this.#waiting.add({ sort, resolve, reject });
        this.#loadBehind();
      });
    }
  }

  touch(keys: Iterable<number>): void {
    this.#links?.touch(keys);
    // Most of it is read by the time of the next query.
    if (this.#links?.hasWork === true) this.#loadBehind();
  }

  reload(): void {
    if (this.#links === undefined) return;
    this.#links = new KeptLinks(this.#reader);
    this.#loadBehind();
  }

  query({ filter, sort, only, without, texts }: ColumnQuery): ColumnAnswer {
    const { arrays, orders, answers } = this.#needed();
    if (texts !== undefined && !this.isCurrent(texts)) throw new Error('The search is not current.');
    const mask = maskOf(arrays, filter, { only, without, mask: texts?.mask() });
    const hits = takeHits(arrays, mask, {
      allowed: allowedStatuses(filter),
      among: slotsOfFew(arrays, only),
    });
    // Taken now: later there may be others.
    const taken = new Map(sort.map(({ by }) => [by, orders.of(by)]));
    const orderOf = (column: SortColumn) => taken.get(column) ?? orders.of(column);
    const answer = new ColumnAnswer(arrays, hits, { hits, sort, orderOf });
    answers.add(answer);
    return answer;
  }

  firstOf(
    { texts, ...rest }: ColumnQuery & { readonly texts: TextSearch },
    limit: number,
  ): Int32Array | undefined {
    const answer = this.query(rest);
    const { arrays } = this.#needed();
    const found: number[] = [];
    for (const key of answer.first(mostTested)) {
      if (texts.passes(arrays.slotOf(key))) found.push(key);
      if (found.length === limit) return Int32Array.from(found);
    }
    return undefined;
  }

  totalsOf(keys: Int32Array): LinkTotals {
    const { arrays } = this.#needed();
    // In the order of the keys the arrays are read from front to back.
    const mask = maskOf(arrays, {}, { only: [keys], without: [] });
    return totalsOf(arrays, takeHits(arrays, mask, { allowed: allowedStatuses({}) }));
  }

  close(): void {
    this.#isClosed = true;
    this.#waiting.clear();
    this.#links = undefined;
  }

  /** The links as they are now, when all of them are here. */
  #current(): KeptLinks | undefined {
    const links = this.#links;
    if (links?.isLoaded !== true) return undefined;
    links.catchUp();
    if (links.isBroken) this.#links = new KeptLinks(this.#reader);
    if (this.#links?.hasWork === true) this.#loadBehind();
    return links.isBroken ? undefined : links;
  }

  #needed(): KeptLinks {
    const links = this.#current();
    if (links === undefined) throw new Error('The links are not loaded.');
    return links;
  }

  /** Loads without anyone who waits for this: a failure is told to those who wait for an order. */
  #loadBehind(): void {
    void this.load().catch(() => undefined);
  }

  async #work(): Promise<void> {
    try {
      await setImmediate();
      while (!this.#isClosed) {
        const links = this.#links?.isBroken === false ? this.#links : new KeptLinks(this.#reader);
        this.#links = links;
        const steps = links.nextWork();
        if (steps === undefined) return;
        await inSlices(steps, () => this.#links === links);
        this.#tellWaiting();
      }
    } catch (thrown) {
      this.#fail(thrown);
      throw thrown;
    } finally {
      this.#loading = undefined;
    }
  }

  #fail(thrown: unknown): void {
    this.#links = undefined;
    for (const { reject } of this.#waiting) reject(thrown);
    this.#waiting.clear();
  }

  #tellWaiting(): void {
    for (const waiting of this.#waiting) {
      if (!this.canSort(waiting.sort)) continue;
      this.#waiting.delete(waiting);
      waiting.resolve();
    }
  }
}
