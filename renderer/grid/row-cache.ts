import type { RowRange } from './grid-types';

/** Reads rows from `start` up to, but without, `end`. */
export type LoadRows<Row> = (start: number, end: number) => Promise<readonly Row[]>;

export interface RowCacheOptions {
  /** Rows fetched at once. */
  readonly blockSize: number;
  /** Blocks kept in memory; the least recently shown go first. */
  readonly maxBlocks: number;
  /** Called when something a reader would see has changed. */
  readonly onChange: () => void;
  readonly onError: (error: unknown) => void;
}

interface Block<Row> {
  readonly rows: readonly Row[];
  /** The query these rows answered. */
  readonly generation: number;
}

/**
 * Rows of a query, fetched by block as they are shown. A new query keeps the old rows until new ones arrive, so
 * nothing flickers; answers to an older query are dropped.
 */
export class RowCache<Row> {
  readonly #options: RowCacheOptions;
  /** In order of use, oldest first: a Map iterates by insertion. */
  readonly #blocks = new Map<number, Block<Row>>();
  readonly #loading = new Set<number>();
  #load: LoadRows<Row>;
  #rowCount = 0;
  #generation = 0;
  #shown: RowRange = { start: 0, end: 0 };

  constructor(load: LoadRows<Row>, options: RowCacheOptions) {
    this.#load = load;
    this.#options = options;
  }

  /** True while a row on screen is missing or belongs to the query before. */
  get busy(): boolean {
    return this.#shownBlocks().some((index) => this.#blocks.get(index)?.generation !== this.#generation);
  }

  getRow(index: number): Row | undefined {
    if (index < 0 || index >= this.#rowCount) return undefined;
    const { blockSize } = this.#options;
    return this.#blocks.get(Math.floor(index / blockSize))?.rows[index % blockSize];
  }

  /** Starts over for a new query. Rows shown stay until their successors arrive. */
  reset(load: LoadRows<Row>, rowCount: number): void {
    this.#load = load;
    this.#rowCount = rowCount;
    this.#generation += 1;
    this.#loading.clear();
    this.#shown = { start: Math.min(this.#shown.start, rowCount), end: Math.min(this.#shown.end, rowCount) };
    this.#fetchShown();
    this.#options.onChange();
  }

  /** Tells which rows are on screen; fetches what is missing. */
  show(range: RowRange): void {
    const wasBusy = this.busy;
    this.#shown = { start: Math.max(0, range.start), end: Math.min(range.end, this.#rowCount) };
    this.#fetchShown();
    if (this.busy !== wasBusy) this.#options.onChange();
  }

  #shownBlocks(): readonly number[] {
    const { start, end } = this.#shown;
    if (end <= start) return [];
    const first = Math.floor(start / this.#options.blockSize);
    const last = Math.floor((end - 1) / this.#options.blockSize);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }

  #fetchShown(): void {
    for (const index of this.#shownBlocks()) {
      const block = this.#blocks.get(index);
      if (block?.generation === this.#generation) this.#keep(index, block);
      else if (!this.#loading.has(index)) void this.#fetch(index);
    }
  }

  async #fetch(index: number): Promise<void> {
    const generation = this.#generation;
    const start = index * this.#options.blockSize;
    this.#loading.add(index);
    try {
      const rows = await this.#load(start, Math.min(start + this.#options.blockSize, this.#rowCount));
      if (generation !== this.#generation) return;
      this.#keep(index, { rows, generation });
      this.#dropSuperseded();
    } catch (error) {
      if (generation === this.#generation) this.#options.onError(error);
    }
    if (generation !== this.#generation) return;
    this.#loading.delete(index);
    this.#options.onChange();
  }

  #keep(index: number, block: Block<Row>): void {
    this.#blocks.delete(index);
    this.#blocks.set(index, block);
    for (const oldest of this.#blocks.keys()) {
      if (this.#blocks.size <= this.#options.maxBlocks) return;
      this.#blocks.delete(oldest);
    }
  }

  /** Once everything on screen is new, rows of the query before must not come back by scrolling. */
  #dropSuperseded(): void {
    if (this.busy) return;
    for (const [index, block] of this.#blocks) {
      if (block.generation !== this.#generation) this.#blocks.delete(index);
    }
  }
}
