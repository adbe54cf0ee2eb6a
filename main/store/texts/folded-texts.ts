import module from './find-text.wat';

interface FindText {
  readonly memory: WebAssembly.Memory;
  /** See `find-text.wat`. */
  readonly find: (
    ...numbers: [
      from: number,
      until: number,
      starts: number,
      needle: number,
      length: number,
      fields: number,
      out: number,
    ]
  ) => number;
}

/** Some whole records one after the other, with a table of where they start before them. */
interface Block {
  /** The byte its table begins with. */
  readonly table: number;
  readonly slots: Int32Array<ArrayBuffer>;
  records: number;
  /** The byte behind its last record. */
  end: number;
}

/** Whole records, and the place in the table where the first of them stands. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly starts: number;
}

/** A folded text to look for, and in which of a link's texts: a bit each, -1 for any. */
export interface Needle {
  readonly bytes: Uint8Array;
  readonly fields: number;
}

const pageBytes = 64 * 1024;
const mostRecords = 8_192;
const blockPages = 16;
const tableBytes = 4 * (mostRecords + 1);
// The first page is for what a search is given and what it answers.
const needleAt = 0;
const foundAt = 32 * 1024;
/** Behind the last block the search reads on a little. */
const margin = 1;

/** A character takes at most so many bytes. */
const bytesAChar = 3;

const encoder = new TextEncoder();

/** Compiled once for all tables. */
let compiled: WebAssembly.Module | undefined;

/**
 * The folded texts of links, by slot, in a memory of their own that is looked through as a whole. They take as many bytes as the
 * texts have in UTF-8, and 17 for each link.
 */
export class FoldedTexts {
  /** How many slots, from the first on, have their texts. */
  count = 0;
  /** Another number whenever a text has changed or come. */
  version = 0;
  readonly #program: FindText;
  readonly #blocks: Block[] = [];
  readonly #found = new Int32Array(mostRecords);
  /** The record of each slot: its block's number times `mostRecords`, and its own. */
  #places = new Int32Array(1024);
  #bytes: Uint8Array<ArrayBuffer>;
  #words: Uint32Array<ArrayBuffer>;
  #dead = 0;

  constructor() {
    compiled ??= new WebAssembly.Module(module);
    // The module's exports are written down in its text.
    this.#program = new WebAssembly.Instance(compiled).exports as unknown as FindText;
    this.#program.memory.grow(margin);
    this.#bytes = new Uint8Array(this.#program.memory.buffer);
    this.#words = new Uint32Array(this.#program.memory.buffer);
  }

  get blockCount(): number {
    return this.#blocks.length;
  }

  /** True when more room is lost to texts that were replaced than is used: time to make it anew. */
  get isWorn(): boolean {
    return this.#dead > (this.#blocks.length * blockPages * pageBytes) / 2;
  }

  /**
   * Keeps the texts of a slot, the next one or one that has some.
   *
   * @throws RangeError when they are longer than a block, or the memory is full
   */
  put(slot: number, texts: readonly string[]): void {
    const record = `${texts.join('\0')}\0`;
    if (slot === this.count) {
      this.#append(slot, record);
      this.count += 1;
    } else if (!this.#replace(slot, record)) {
      return;
    }
    this.version += 1;
  }

  recordsIn(block: number): number {
    return this.#block(block).records;
  }

  /**
   * The slots of one block whose texts hold the needle, among its first records or all; they stay what they are until the next
   * call.
   */
  findIn(block: number, needle: Needle, records = mostRecords): Int32Array {
    const { table, slots, records: own } = this.#block(block);
    const until = this.#words[table / 4 + Math.min(records, own)] ?? 0;
    const count = this.#find(needle, { from: table + tableBytes, until, starts: table });
    const numbers = foundAt / 4;
    for (let index = 0; index < count; index++) {
      this.#found[index] = slots[this.#words[numbers + index] ?? 0] ?? 0;
    }
    return this.#found.subarray(0, count);
  }

  /** True when the texts of this slot hold the needle. */
  holds(slot: number, needle: Needle): boolean {
    const place = this.#places[slot] ?? 0;
    const start = this.#block(Math.floor(place / mostRecords)).table + 4 * (place % mostRecords);
    const [from = 0, until = 0] = this.#words.subarray(start / 4, start / 4 + 2);
    return this.#find(needle, { from, until, starts: start }) > 0;
  }

  /** Answers how many records were found; their numbers are in the first page. */
  #find({ bytes, fields }: Needle, { from, until, starts }: Stretch): number {
    if (bytes.length > foundAt) throw new RangeError('The text to look for is too long.');
    this.#bytes.set(bytes, needleAt);
    return this.#program.find(from, until, starts, needleAt, bytes.length, fields, foundAt);
  }

  #block(number: number): Block {
    const block = this.#blocks[number];
    if (block === undefined) throw new RangeError(`There is no block ${number}.`);
    return block;
  }

  #append(slot: number, record: string): void {
    const block = this.#blockFor(record.length * bytesAChar);
    const { written } = encoder.encodeInto(record, this.#bytes.subarray(block.end, this.#endOf(block)));
    const starts = block.table / 4;
    this.#words[starts + block.records] = block.end;
    block.slots[block.records] = slot;
    this.#setPlace(slot, (this.#blocks.length - 1) * mostRecords + block.records);
    block.records += 1;
    block.end += written;
    this.#words[starts + block.records] = block.end;
  }

  /** Writes texts in the place of others, or behind all if they are longer; false when they are the same. */
  #replace(slot: number, record: string): boolean {
    const place = this.#places[slot] ?? 0;
    const starts = this.#block(Math.floor(place / mostRecords)).table / 4 + (place % mostRecords);
    const [start = 0, end = 0] = this.#words.subarray(starts, starts + 2);
    const old = this.#bytes.subarray(start, end);
    const bytes = encoder.encode(record);
    // What is left of a longer text is zeros.
    const isSame =
      bytes.every((byte, index) => byte === old[index]) &&
      old.subarray(bytes.length).every((byte) => byte === 0);
    if (isSame) return false;
    old.fill(0);
    if (bytes.length <= old.length) {
      old.set(bytes);
      return true;
    }
    this.#dead += old.length;
    this.#append(slot, record);
    return true;
  }

  #setPlace(slot: number, place: number): void {
    if (slot >= this.#places.length) {
      const longer = new Int32Array(this.#places.length * 2);
      longer.set(this.#places);
      this.#places = longer;
    }
    this.#places[slot] = place;
  }

  #endOf({ table }: Block): number {
    return table + blockPages * pageBytes;
  }

  /** The last block, or a new one, with room for a record. */
  #blockFor(bytes: number): Block {
    const last = this.#blocks.at(-1);
    const hasRoom = (block: Block) => block.records < mostRecords && block.end + bytes <= this.#endOf(block);
    if (last !== undefined && hasRoom(last)) return last;
    const { memory } = this.#program;
    const table = memory.buffer.byteLength - margin * pageBytes;
    const block = { table, slots: new Int32Array(mostRecords), records: 0, end: table + tableBytes };
    if (!hasRoom(block)) throw new RangeError('The texts of one link are too long.');
    memory.grow(blockPages);
    this.#bytes = new Uint8Array(memory.buffer);
    this.#words = new Uint32Array(memory.buffer);
    this.#blocks.push(block);
    return block;
  }
}
