import { patchRanking, type Comparing } from './patch-ranking';
import type { Ranking } from './ranking';

/** What a column's order is made of. */
export interface OrderSource {
  /** Ranks all links in short steps. */
  rank(): Generator<undefined, Ranking>;
  /** Compares what is now in the column, for a while in which nothing is written. */
  comparing(): Comparing;
}

/** The order of one column through the links' changes. */
export class KeptOrder {
  readonly #source: OrderSource;
  readonly #mostChanged: () => number;
  #ranking: Ranking | undefined;
  /** Slots that changed or came since the ranking was begun. */
  readonly #changed = new Set<number>();
  /** How often a ranking was begun: only the last one counts. */
  #begun = 0;

  /** @param mostChanged how many changes are put right one by one; with more it is ranked anew */
  constructor(source: OrderSource, mostChanged: () => number) {
    this.#source = source;
    this.#mostChanged = mostChanged;
  }

  get isRanked(): boolean {
    return this.#ranking !== undefined && this.#changed.size <= this.#mostChanged();
  }

  /** This slot's value is another one, or the slot is new. */
  note(slot: number): void {
    if (this.#begun > 0) this.#changed.add(slot);
  }

  /** Ranks all links anew, in short steps. */
  *rank(): Generator<undefined, void> {
    this.#ranking = undefined;
    this.#changed.clear();
    const begun = ++this.#begun;
    const ranking = yield* this.#source.rank();
    if (begun === this.#begun) this.#ranking = ranking;
  }

  /** The order as the links are now; ranks all of them at once where it has to. */
  current(): Ranking {
    if (!this.isRanked) {
      const steps = this.rank();
      while (steps.next().done !== true);
    }
    if (this.#ranking === undefined) throw new Error('Ranking ended without an order.');
    if (this.#changed.size > 0) {
      this.#ranking = patchRanking(this.#ranking, this.#changed, this.#source.comparing());
      this.#changed.clear();
    }
    return this.#ranking;
  }
}
