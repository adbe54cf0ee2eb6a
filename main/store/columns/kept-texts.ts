import { FoldedTexts } from '../texts/folded-texts';
import type { LinkArrays } from './link-arrays';
import type { LinkReader, ReadLink } from './link-reader';

const stepSize = 400;

/** The searched texts of the links in some arrays, slot by slot. They are loaded after everything else, and may stay behind for a while. */
export class KeptTexts {
  readonly #links: LinkArrays;
  readonly #reader: LinkReader;
  #texts = new FoldedTexts();
  /** They do not fit into memory: whoever searches does it another way. */
  #isGivenUp = false;

  constructor(links: LinkArrays, reader: LinkReader) {
    this.#links = links;
    this.#reader = reader;
  }

  /** The texts, once those of all links are here. */
  get whole(): FoldedTexts | undefined {
    return this.#isGivenUp || this.#texts.count < this.#links.count ? undefined : this.#texts;
  }

  get hasWork(): boolean {
    return !this.#isGivenUp && (this.#texts.count < this.#links.count || this.#texts.isWorn);
  }

  *load(): Generator<undefined> {
    if (this.#texts.isWorn) this.#texts = new FoldedTexts();
    while (this.#loadNext()) yield;
  }

  /** The texts of a link may be others than before. */
  change(slot: number, link: ReadLink): void {
    // Those that are not here yet will be read as they are then.
    if (slot < this.#texts.count) this.#put(slot, link.foldedTexts());
  }

  /** Reads the texts of some links that were added, if all others are here. */
  follow(known: number): void {
    if (this.#texts.count === known) this.#loadNext();
  }

  /** Reads the next texts; false when there are no more. */
  #loadNext(): boolean {
    const { keys, count } = this.#links;
    const next = this.#texts.count;
    if (this.#isGivenUp || next >= count) return false;
    const lastKey = keys[next - 1] ?? (keys[0] ?? 0) - 1;
    for (const { key, texts } of this.#reader.foldedAfter(lastKey, stepSize)) {
      const slot = this.#links.slotOf(key);
      // Written by now, but not yet in the arrays.
      if (slot < 0) break;
      this.#put(slot, texts);
    }
    return this.#texts.count > next;
  }

  #put(slot: number, texts: readonly string[]): void {
    if (this.#isGivenUp) return;
    try {
      this.#texts.put(slot, texts);
    } catch (thrown) {
      if (!(thrown instanceof RangeError)) throw thrown;
      this.#isGivenUp = true;
      this.#texts = new FoldedTexts();
    }
  }
}
