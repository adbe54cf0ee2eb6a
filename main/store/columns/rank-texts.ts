import type { LinkArrays, TextColumn } from './link-arrays';
import { Ranking } from './ranking';
import { collations, fingerprint, unknownPrint } from './text-collation';
import type { KeyedText, TextReader, Writes } from './text-reader';

const stepSize = 500;

type Compare = (a: string, b: string) => number;

interface Source {
  readonly links: LinkArrays;
  readonly column: TextColumn;
  readonly reader: TextReader;
}

/**
 * Ranks the links by a text in short steps, and keeps a print of each text. Links written meanwhile may be anywhere: whoever
 * knows of them puts them right.
 */
export function* rankTexts({ links, column, reader }: Source): Generator<undefined, Ranking> {
  const size = links.count;
  const order = new Int32Array(size);
  const starts = new Uint8Array(size);
  const isSeen = new Uint8Array(size);
  const { compare } = collations[column];
  // A write may move a link within the index past this reading: by its print of before it would look unchanged.
  links.prints[column].fill(unknownPrint, 0, size);
  let [present, groupStart] = [0, 0];
  let last: string | undefined;
  for (const texts of readInOrder(reader, compare)) {
    for (const [key, text] of texts) {
      const slot = links.slotOf(key);
      // Added since this began, or moved on by a write and met for the second time.
      if (slot < 0 || slot >= size || isSeen[slot] === 1) continue;
      isSeen[slot] = 1;
      links.prints[column][slot] = fingerprint(text);
      if (last === undefined || compare(last, text) !== 0) {
        if (present - groupStart > 1) order.subarray(groupStart, present).sort();
        groupStart = present;
        starts[present] = 1;
      }
      last = text;
      order[present++] = slot;
    }
    yield;
  }
  order.subarray(groupStart, present).sort();
  yield* addAbsent({ order, from: present, isSeen, links, column });
  return new Ranking({ order, starts, present });
}

/** All links with a text, by it; equal ones in the order of the index. */
function* readInOrder(reader: TextReader, compare: Compare): Generator<readonly KeyedText[]> {
  let texts = reader.first(stepSize);
  while (texts.length > 0) {
    const writes = reader.writes();
    yield texts;
    const last = texts.at(-1)?.[1] ?? '';
    if (texts.length < stepSize) return;
    const begun = texts.filter(([, text]) => compare(text, last) === 0).length;
    yield* readEqual(reader, last, { from: begun, writes });
    texts = reader.after(last, stepSize);
  }
}

interface Begun {
  /** How many of them were read, */
  readonly from: number;
  /** and what had been written by then. */
  readonly writes: Writes;
}

/**
 * The links of a text, without those already read. A write may have taken some of those away, and others, which nobody has
 * written, then stand where they stood: these are read again from where the first of them can be.
 */
function* readEqual(reader: TextReader, text: string, begun: Begun): Generator<readonly KeyedText[]> {
  for (let { from, writes } = begun; ;) {
    const now = reader.writes();
    from = now.others === writes.others ? Math.max(0, from - (now.own - writes.own)) : 0;
    // Passing over those already read takes almost as long as reading them: reading more each time keeps it from adding up.
    const limit = Math.max(stepSize, from);
    const more = reader.equal(text, from, limit);
    writes = now;
    if (more.length > 0) yield more;
    if (more.length < limit) return;
    from += more.length;
  }
}

interface Absent {
  readonly order: Int32Array;
  readonly from: number;
  readonly isSeen: Uint8Array;
  readonly links: LinkArrays;
  readonly column: TextColumn;
}

function* addAbsent({ order, from, isSeen, links, column }: Absent): Generator<undefined> {
  let place = from;
  for (let slot = 0; slot < isSeen.length; slot++) {
    if (slot % 65_536 === 0) yield;
    if (isSeen[slot] === 1) continue;
    // One that was passed over because a write moved it has its print from that write.
    const prints = links.prints[column];
    if (prints[slot] === unknownPrint) prints[slot] = fingerprint(null);
    order[place++] = slot;
  }
}
