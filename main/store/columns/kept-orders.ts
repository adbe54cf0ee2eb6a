import type { SortColumn } from '#domain/link-filter';
import { linkStatuses } from '#domain/payment-link';

import { KeptOrder, type OrderSource } from './kept-order';
import {
  numberColumns,
  textColumns,
  type LinkArrays,
  type NumberColumn,
  type TextColumn,
} from './link-arrays';
import type { LinkReader } from './link-reader';
import type { ColumnOrder } from './order-slots';
import { rankNumbers } from './rank-numbers';
import { rankTexts } from './rank-texts';
import type { Ranks } from './ranks';
import { collations } from './text-collation';
import type { TextReader } from './text-reader';

/** How many changes are put right one by one; ranking all numbers is quick, and a changed text is read from the database. */
const mostChanged = (count: number) => ({ numbers: Math.max(500, count / 16), texts: 500 });

/** The orders of all columns of a table. */
export class KeptOrders {
  readonly #links: LinkArrays;
  readonly #reader: LinkReader;
  readonly #numbers: ReadonlyMap<SortColumn, KeptOrder>;
  readonly #texts: ReadonlyMap<SortColumn, KeptOrder>;
  /** The ranks of connections, and of which they were made. */
  #ranked: { readonly names: string; readonly version: number; readonly ranks: Ranks } | undefined;

  constructor(links: LinkArrays, reader: LinkReader) {
    this.#links = links;
    this.#reader = reader;
    this.#numbers = new Map(
      numberColumns.map((column) => [
        column,
        new KeptOrder(numberSource(links, column), () => mostChanged(links.count).numbers),
      ]),
    );
    this.#texts = new Map(
      textColumns.map((column) => [
        column,
        new KeptOrder(textSource(links, column, reader.texts(column)), () => mostChanged(links.count).texts),
      ]),
    );
  }

  /** Numbers are few milliseconds' work; texts have to be ranked before. */
  canSortBy(column: SortColumn): boolean {
    return this.#texts.get(column)?.isRanked ?? true;
  }

  /** One that has still to be ranked. */
  get unranked(): KeptOrder | undefined {
    return [...this.#numbers.values(), ...this.#texts.values()].find(({ isRanked }) => !isRanked);
  }

  of(column: SortColumn): ColumnOrder {
    if (column === 'status') return { values: this.#links.status, groups: linkStatuses.length };
    if (column === 'connection') return this.#connectionRanks();
    const order = this.#numbers.get(column) ?? this.#texts.get(column);
    if (order === undefined) throw new Error(`Links are not sorted by ${column}.`);
    return order.current();
  }

  /** The value of this link is another one than before. */
  note(slot: number, column: NumberColumn | TextColumn): void {
    (this.#numbers.get(column) ?? this.#texts.get(column))?.note(slot);
  }

  noteNew(slot: number): void {
    for (const order of this.#numbers.values()) order.note(slot);
    for (const order of this.#texts.values()) order.note(slot);
  }

  /** Connections are few, and may be renamed at any time. */
  #connectionRanks(): Ranks {
    const { connection, connections, connectionVersion: version, count } = this.#links;
    const ids = this.#reader.connections();
    const names = JSON.stringify(ids);
    if (this.#ranked?.names === names && this.#ranked.version === version) return this.#ranked.ranks;
    const rankOfCode = Uint16Array.from(connections.texts, (id) =>
      ids.includes(id) ? ids.indexOf(id) : ids.length,
    );
    const values = new Uint16Array(count);
    for (let slot = 0; slot < count; slot++) values[slot] = rankOfCode[connection[slot] ?? 0] ?? 0;
    const ranks = { values, groups: ids.length };
    this.#ranked = { names, version, ranks };
    return ranks;
  }
}

function numberSource(links: LinkArrays, column: NumberColumn): OrderSource {
  return {
    rank: () => rankNumbers(links.numbers[column].slice(0, links.count)),
    comparing: () => {
      const values = links.numbers[column];
      return {
        isAbsent: (slot) => Number.isNaN(values[slot]),
        compare: (a, b) => (values[a] ?? 0) - (values[b] ?? 0),
      };
    },
  };
}

function textSource(links: LinkArrays, column: TextColumn, reader: TextReader): OrderSource {
  const { compare } = collations[column];
  return {
    rank: () => rankTexts({ links, column, reader }),
    comparing: () => {
      const texts = new Map<number, string | null>();
      const textOf = (slot: number): string | null => {
        const known = texts.get(slot);
        if (known !== undefined) return known;
        const text = reader.of(links.keys[slot] ?? 0);
        texts.set(slot, text);
        return text;
      };
      return {
        isAbsent: (slot) => textOf(slot) === null,
        compare: (a, b) => compare(textOf(a) ?? '', textOf(b) ?? ''),
      };
    },
  };
}
