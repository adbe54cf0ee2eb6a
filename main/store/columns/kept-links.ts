import { KeptOrders } from './kept-orders';
import { KeptTexts } from './kept-texts';
import { LinkArrays, numberColumns, textColumns } from './link-arrays';
import type { LinkReader, ReadLink } from './link-reader';
import { OpenAnswers } from './open-answers';
import { fingerprint } from './text-collation';

const stepSize = 400;
/** Those that were written may be anywhere in the file. */
const touchedStep = 50;
/** How many are read at once before a query: some 30 ms' work, when none of them is at hand. */
const mostTouched = 2000;

/** The links in memory with their orders, and what of them was written since it was read. */
export class KeptLinks {
  readonly arrays: LinkArrays;
  readonly orders: KeptOrders;
  readonly texts: KeptTexts;
  /** Answers that rest on these arrays. */
  readonly answers = new OpenAnswers();
  readonly #reader: LinkReader;
  readonly #touched = new Set<number>();
  #isRead = false;
  #isBroken = false;

  constructor(reader: LinkReader) {
    this.#reader = reader;
    this.arrays = new LinkArrays(reader.estimate());
    this.orders = new KeptOrders(this.arrays, reader);
    this.texts = new KeptTexts(this.arrays, reader);
  }

  /** All links are here, and what was written since can be read at once. */
  get isLoaded(): boolean {
    return this.#isRead && !this.isBehind;
  }

  /** More was written than can be read at once. */
  get isBehind(): boolean {
    return this.#touched.size > mostTouched;
  }

  /** Links are not where they have to be: all of them have to be read anew. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  get hasWork(): boolean {
    const isBehind = !this.isLoaded || this.#touched.size > 0;
    return isBehind || this.orders.unranked !== undefined || this.texts.hasWork;
  }

  touch(keys: Iterable<number>): void {
    for (const key of keys) this.#touched.add(key);
  }

  /** What is to be done in short steps; undefined when nothing is. */
  nextWork(): Iterator<unknown> | undefined {
    if (!this.isLoaded) return this.#read();
    if (this.#touched.size > 0) return this.#readTouched();
    return this.orders.unranked?.rank() ?? (this.texts.hasWork ? this.texts.load() : undefined);
  }

  /** Reads what was written since. */
  catchUp(): void {
    if (this.#touched.size === 0) return;
    this.#update([...this.#touched]);
    this.#touched.clear();
  }

  /** Reads all links, and those that were written meanwhile once more. */
  *#read(): Generator<undefined> {
    this.#isRead = false;
    while (this.#append()) yield;
    yield* this.#readTouched();
    this.#isRead = true;
  }

  *#readTouched(): Generator<undefined> {
    while (this.#touched.size > 0) {
      const keys: number[] = [];
      for (const key of this.#touched) {
        if (keys.length === touchedStep) break;
        keys.push(key);
      }
      this.#update(keys);
      for (const key of keys) this.#touched.delete(key);
      yield;
    }
  }

  /** Adds the next links; false when there are no more. */
  #append(): boolean {
    const links = this.#reader.after(this.arrays.lastKey, stepSize);
    for (const link of links) this.orders.noteNew(this.arrays.append(link));
    return links.length === stepSize;
  }

  #update(keys: readonly number[]): void {
    this.answers.finish();
    const ascending = keys.toSorted((a, b) => a - b);
    // All new links, as they can only be added in the order of their keys.
    const known = this.arrays.count;
    if ((ascending.at(-1) ?? 0) > this.arrays.lastKey) while (this.#append());
    this.texts.follow(known);
    const missing = new Set(ascending);
    for (const link of this.#reader.byKeys(ascending)) {
      missing.delete(link.key);
      const slot = this.arrays.slotOf(link.key);
      if (slot >= 0) this.#change(slot, link);
      else this.#isBroken = true;
    }
    for (const key of missing) if (this.arrays.slotOf(key) >= 0) this.#isBroken = true;
  }

  #change(slot: number, link: ReadLink): void {
    const { numbers, prints } = this.arrays;
    for (const column of numberColumns) {
      if (!Object.is(numbers[column][slot], link.numbers[column] ?? NaN)) this.orders.note(slot, column);
    }
    for (const column of textColumns) {
      const print = fingerprint(link.texts[column]);
      if (prints[column][slot] !== print) this.orders.note(slot, column);
      prints[column][slot] = print;
    }
    this.arrays.put(slot, link);
    this.texts.change(slot, link);
  }
}
