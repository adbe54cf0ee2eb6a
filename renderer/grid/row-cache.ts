import type { RowRange } from './grid-types';
import { viewShift, type RowsChange } from './rows-change';

/** Reads rows from `start` up to, but without, `end`. */
export type LoadRows<Row> = (start: number, end: number) => Promise<readonly Row[]>;

/** Rows that are at hand, from the row number `start` on. */
export interface RowPage<Row> {
  readonly start: number;
  readonly rows: readonly Row[];
}

export interface RowCacheOptions {
  /** Rows fetched at once. */
  readonly blockSize: number;
  /** Blocks kept in memory; the least recently shown go first. */
  readonly maxBlocks: number;
  /** Called when something a reader would see has changed. */
  readonly onChange: () => void;
  readonly onError: (error: unknown) => void;
}

/** What is known of a new query's rows when it begins. */
export interface NewRows<Row> {
  readonly rowCount: number;
  /** Rows that came with the answer: shown without asking for them. */
  readonly page?: RowPage<Row> | undefined;
  readonly change?: RowsChange | undefined;
}

/** Rows around the view that are kept until their successors come. */
const oldRowsAround = 100;

/**
 * Rows of a query, fetched by block as they are shown. A new query keeps the old rows in view until new ones arrive, so
 * nothing flickers; answers to an older query are dropped.
 */
export class RowCache<Row> {
  readonly #options: RowCacheOptions;
  /** In order of use, oldest first: a Map iterates by insertion. */
  readonly #blocks = new Map<number, readonly Row[]>();
  readonly #loading = new Set<number>();
  #page: RowPage<Row> | undefined;
  /** Rows of the query before, where they would be now. */
  #old: RowPage<Row | undefined> | undefined;
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
    return this.#shownBlocks().some((index) => !this.#hasBlock(index));
  }

  getRow(index: number): Row | undefined {
    if (index < 0 || index >= this.#rowCount) return undefined;
    const { blockSize } = this.#options;
    const row = this.#blocks.get(Math.floor(index / blockSize))?.[index % blockSize];
    return row ?? rowOf(this.#page, index) ?? rowOf(this.#old, index);
  }

  /** Starts over for a new query. Rows shown stay until their successors arrive. */
  reset(load: LoadRows<Row>, { rowCount, page, change }: NewRows<Row>): void {
    const { start, end } = this.#shown;
    const shift = shiftOf(change, start);
    this.#old = this.#rowsAround(this.#shown, shift);
    this.#load = load;
    this.#rowCount = rowCount;
    this.#page = page;
    this.#generation += 1;
    this.#blocks.clear();
    this.#loading.clear();
    const inside = (row: number): number => Math.min(Math.max(0, row + shift), rowCount);
    this.#shown = { start: inside(start), end: inside(end) };
    this.#fetchShown();
    this.#dropSuperseded();
    this.#options.onChange();
  }

  /** The rest of the same query's rows is known now: what is there stays. */
  grow(rowCount: number): void {
    const lastBlock = Math.floor(this.#rowCount / this.#options.blockSize);
    this.#old = this.#rowsAround(this.#shown, 0);
    this.#rowCount = rowCount;
    // It ended where the rows ended.
    this.#blocks.delete(lastBlock);
    this.#loading.delete(lastBlock);
    this.#fetchShown();
    this.#dropSuperseded();
    this.#options.onChange();
  }

  /** Tells which rows are on screen; fetches what is missing. */
  show(range: RowRange): void {
    const wasBusy = this.busy;
    this.#shown = range;
    this.#fetchShown();
    if (this.busy !== wasBusy) this.#options.onChange();
  }

  #rowsAround({ start, end }: RowRange, shift: number): RowPage<Row | undefined> {
    const first = Math.max(0, start - oldRowsAround);
    const length = Math.max(0, Math.min(end + oldRowsAround, this.#rowCount) - first);
    return {
      start: first + shift,
      rows: Array.from({ length }, (_, offset) => this.getRow(first + offset)),
    };
  }

  /** The rows there are of those shown: what is on screen may be told before how many rows the query has. */
  #shownRows(): RowRange {
    return { start: Math.max(0, this.#shown.start), end: Math.min(this.#shown.end, this.#rowCount) };
  }

  #shownBlocks(): readonly number[] {
    const { start, end } = this.#shownRows();
    if (end <= start) return [];
    const first = Math.floor(start / this.#options.blockSize);
    const last = Math.floor((end - 1) / this.#options.blockSize);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }

  /** True when the part of a block that is on screen is there. */
  #hasBlock(index: number): boolean {
    if (this.#blocks.has(index)) return true;
    if (this.#page === undefined) return false;
    const { blockSize } = this.#options;
    const shown = this.#shownRows();
    const start = Math.max(shown.start, index * blockSize);
    const end = Math.min(shown.end, (index + 1) * blockSize);
    return start >= this.#page.start && end <= this.#page.start + this.#page.rows.length;
  }

  #fetchShown(): void {
    for (const index of this.#shownBlocks()) {
      const rows = this.#blocks.get(index);
      if (rows !== undefined) this.#keep(index, rows);
      else if (!this.#hasBlock(index) && !this.#loading.has(index)) void this.#fetch(index);
    }
  }

  async #fetch(index: number): Promise<void> {
    const generation = this.#generation;
    const start = index * this.#options.blockSize;
    this.#loading.add(index);
    try {
      const rows = await this.#load(start, Math.min(start + this.#options.blockSize, this.#rowCount));
      if (generation !== this.#generation) return;
      this.#keep(index, rows);
      this.#dropSuperseded();
    } catch (error) {
      if (generation === this.#generation) this.#options.onError(error);
    }
    if (generation !== this.#generation) return;
    this.#loading.delete(index);
    this.#options.onChange();
  }

  #keep(index: number, rows: readonly Row[]): void {
    this.#blocks.delete(index);
    this.#blocks.set(index, rows);
    for (const oldest of this.#blocks.keys()) {
      if (this.#blocks.size <= this.#options.maxBlocks) return;
      this.#blocks.delete(oldest);
    }
  }

  /** Once everything on screen is new, rows of the query before must not come back by scrolling. */
  #dropSuperseded(): void {
    if (!this.busy) this.#old = undefined;
  }
}

/** How far rows on screen have moved. At the very top nothing is held: new rows are to be seen there. */
function shiftOf(change: RowsChange | undefined, firstShown: number): number {
  if (change === undefined) return 0;
  if (change.kind === 'start') return -firstShown;
  return firstShown === 0 ? 0 : viewShift(change.rows);
}

function rowOf<Row>(page: RowPage<Row> | undefined, index: number): Row | undefined {
  return page?.rows[index - page.start];
}
