import { tooLarge } from '../read-failures';

const BLOCK_BYTES = 1024 * 1024;
const MAX_BLOCKS = 512;

/** Many texts by their number, kept outside of the heap in a fraction of the room that strings take. */
export interface TextTable {
  readonly length: number;
  add(text: string): void;
  /** The text with this number; undefined when there is none. */
  at(index: number): string | undefined;
}

/** A list of whole numbers that grows. */
function createNumberList() {
  let numbers = new Uint32Array(1024);
  let length = 0;
  return {
    push(value: number): void {
      if (length === numbers.length) {
        const larger = new Uint32Array(2 * length);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[length] = value;
      length += 1;
    },
    at: (index: number) => (index < length ? numbers[index] : undefined),
  };
}

/** Spreadsheets keep every text once in a table of its own: a million rows have some millions, and any row may name any. */
export function createTextTable(): TextTable {
  const blocks: Buffer[] = [];
  const starts = createNumberList();
  const sizes = createNumberList();
  let used = BLOCK_BYTES;
  let length = 0;

  function place(bytes: Buffer): void {
    if (blocks.length === 0 || used + bytes.length > BLOCK_BYTES) {
      if (blocks.length === MAX_BLOCKS) throw tooLarge('bytes');
      blocks.push(Buffer.allocUnsafeSlow(BLOCK_BYTES));
      used = 0;
    }
    blocks.at(-1)?.set(bytes, used);
    starts.push((blocks.length - 1) * BLOCK_BYTES + used);
    sizes.push(bytes.length);
    used += bytes.length;
  }

  return {
    get length() {
      return length;
    },
    add(text) {
      place(Buffer.from(text, 'utf8'));
      length += 1;
    },
    at(index) {
      const start = starts.at(index);
      if (start === undefined) return undefined;
      const within = start % BLOCK_BYTES;
      return blocks[Math.floor(start / BLOCK_BYTES)]?.toString(
        'utf8',
        within,
        within + (sizes.at(index) ?? 0),
      );
    },
  };
}
