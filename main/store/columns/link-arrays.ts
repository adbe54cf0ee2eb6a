import type { SortColumn } from '#domain/link-filter';

import { CodeList } from './code-list';

/** Columns of numbers, under the names they are sorted by; amounts are in major units. */
export const numberColumns = [
  'amount',
  'expiresAt',
  'createdAt',
  'checkedAt',
  'attempts',
] as const satisfies readonly SortColumn[];
export type NumberColumn = (typeof numberColumns)[number];

/** Columns of texts: only their order is kept, and a print of each text that tells whether it was changed. */
export const textColumns = ['reference', 'linkId', 'customerName'] as const satisfies readonly SortColumn[];
export type TextColumn = (typeof textColumns)[number];

/** What is kept of a link. */
export interface LinkValues {
  readonly key: number;
  readonly status: number;
  readonly currency: string | null;
  readonly connectionId: string;
  readonly amountMinor: number | null;
  readonly numbers: Readonly<Record<NumberColumn, number | null>>;
}

type Numbers = Record<NumberColumn, Float64Array<ArrayBuffer>>;
type Prints = Record<TextColumn, Float64Array<ArrayBuffer>>;

/**
 * Every link as one slot of several arrays, in the order of the keys; a number that is absent is NaN. Links are only added: a
 * table with links removed is loaded anew.
 */
export class LinkArrays {
  count = 0;
  keys: Int32Array<ArrayBuffer>;
  status: Uint8Array<ArrayBuffer>;
  currency: Uint16Array<ArrayBuffer>;
  connection: Uint16Array<ArrayBuffer>;
  /** Another number whenever a link has come or has another connection. */
  connectionVersion = 0;
  amountMinor: Float64Array<ArrayBuffer>;
  readonly numbers: Numbers;
  /** What `fingerprint` says of a text when it was last read; see `TextOrder`. */
  readonly prints: Prints;
  readonly currencies = new CodeList();
  readonly connections = new CodeList();

  constructor(capacity = 0) {
    const size = Math.max(capacity, 64);
    this.keys = new Int32Array(size);
    this.status = new Uint8Array(size);
    this.currency = new Uint16Array(size);
    this.connection = new Uint16Array(size);
    this.amountMinor = new Float64Array(size);
    const lists = <Column extends string>(columns: readonly Column[]) =>
      // Every column of the list is there.
      Object.fromEntries(columns.map((column) => [column, new Float64Array(size)])) as Record<
        Column,
        Float64Array<ArrayBuffer>
      >;
    this.numbers = lists(numberColumns);
    this.prints = lists(textColumns);
  }

  /** The greatest key; 0 when there is none. */
  get lastKey(): number {
    return this.keys[this.count - 1] ?? 0;
  }

  /** The slot of a key, or -1. */
  slotOf(key: number): number {
    // Keys ascend by one or more, so few gaps leave few slots to look at; without gaps it is one.
    let low = Math.max(0, this.count - 1 - (this.lastKey - key));
    let high = Math.min(this.count - 1, key - (this.keys[0] ?? 0));
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return low === high && this.keys[low] === key ? low : -1;
  }

  keysOf(slots: Int32Array): Int32Array<ArrayBuffer> {
    const { keys } = this;
    const found = new Int32Array(slots.length);
    for (let index = 0; index < slots.length; index++) found[index] = keys[slots[index] ?? 0] ?? 0;
    return found;
  }

  /** Adds a link whose key is greater than all others; answers its slot. */
  append(link: LinkValues): number {
    if (this.count === this.keys.length) this.#grow();
    const slot = this.count++;
    this.keys[slot] = link.key;
    this.connectionVersion++;
    this.put(slot, link);
    return slot;
  }

  put(slot: number, link: LinkValues): void {
    this.status[slot] = link.status;
    this.currency[slot] = this.currencies.codeOf(link.currency);
    const connection = this.connections.codeOf(link.connectionId);
    if (this.connection[slot] !== connection) this.connectionVersion++;
    this.connection[slot] = connection;
    this.amountMinor[slot] = link.amountMinor ?? 0;
    for (const column of numberColumns) this.numbers[column][slot] = link.numbers[column] ?? NaN;
  }

  #grow(): void {
    const size = this.keys.length * 2;
    const longer = <List extends { set(list: List): void }>(list: List, make: new (size: number) => List) => {
      const grown = new make(size);
      grown.set(list);
      return grown;
    };
    this.keys = longer(this.keys, Int32Array);
    this.status = longer(this.status, Uint8Array);
    this.currency = longer(this.currency, Uint16Array);
    this.connection = longer(this.connection, Uint16Array);
    this.amountMinor = longer(this.amountMinor, Float64Array);
    for (const column of numberColumns) this.numbers[column] = longer(this.numbers[column], Float64Array);
    for (const column of textColumns) this.prints[column] = longer(this.prints[column], Float64Array);
  }
}
