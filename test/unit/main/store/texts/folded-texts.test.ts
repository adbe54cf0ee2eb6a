import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { FoldedTexts } from '../../../../../main/store/texts/folded-texts';

const encoder = new TextEncoder();

function find(texts: FoldedTexts, text: string, fields = -1): readonly number[] {
  const needle = { bytes: encoder.encode(text), fields };
  const blocks = Array.from({ length: texts.blockCount }, (_, block) => [...texts.findIn(block, needle)]);
  return blocks.flat().sort((a, b) => a - b);
}

function make(records: readonly (readonly string[])[]): FoldedTexts {
  const texts = new FoldedTexts();
  for (const [slot, record] of records.entries()) texts.put(slot, record);
  return texts;
}

// Few letters make many hits; characters of one to four bytes share some of them.
const letter = fc.constantFrom('a', 'b', 'ab', ' ', 'د', 'ذ', '…', '😀', '😁');
const text = (maxLength: number) => fc.array(letter, { maxLength }).map((parts) => parts.join(''));
const record = fc.tuple(text(4), text(40), text(20));

describe('folded texts', () => {
  it('are found where plain code finds them, in all fields or in some, also after they were replaced', () => {
    let hits = 0;
    const example = fc.record({
      records: fc.array(record, { minLength: 1, maxLength: 40 }),
      changes: fc.array(fc.tuple(fc.nat(100), record), { maxLength: 20 }),
      needles: fc.array(fc.oneof(text(3), text(12)), { minLength: 5, maxLength: 15 }),
      fields: fc.constantFrom(-1, 0b1, 0b10, 0b100, 0b101, 0b110, 0b111),
    });
    fc.assert(
      fc.property(example, ({ records, changes, needles, fields }) => {
        const texts = make(records);
        const now: (readonly string[])[] = [...records];
        for (const [at, changed] of changes) {
          const slot = at % now.length;
          now[slot] = changed;
          texts.put(slot, changed);
        }
        for (const needle of needles.filter((each) => each !== '')) {
          const isFound = (each: readonly string[]) =>
            each.some((field, index) => ((fields >> index) & 1) === 1 && field.includes(needle));
          const expected = now.flatMap((each, slot) => (isFound(each) ? [slot] : []));
          expect(find(texts, needle, fields)).toEqual(expected);
          hits += expected.length;
        }
      }),
      { numRuns: 200 },
    );
    expect(hits).toBeGreaterThan(1_000);
  });

  it('fill as many blocks as they need', () => {
    const count = 20_000;
    const texts = make(Array.from({ length: count }, (_, slot) => [`r${slot}`, 'x'.repeat(slot % 300)]));
    expect(texts.blockCount).toBeGreaterThan(2);
    expect(texts.count).toBe(count);
    expect(find(texts, 'r19999')).toEqual([19_999]);
    expect(find(texts, 'r')).toHaveLength(count);
    expect(find(texts, 'x'.repeat(299))).toHaveLength(Math.floor((count - 299) / 300) + 1);
  });

  it('stay in their places when they become shorter, and have others when they become longer', () => {
    const texts = make([['one'], ['two'], ['three']]);
    texts.put(1, ['2']);
    texts.put(0, ['a longer one']);
    expect(find(texts, 'two')).toEqual([]);
    expect(find(texts, '2')).toEqual([1]);
    expect(find(texts, 'longer')).toEqual([0]);
    expect(find(texts, 'three')).toEqual([2]);
  });

  it('have another version only when one has changed', () => {
    const texts = make([['one', 'uno'], ['two']]);
    const { version } = texts;
    texts.put(0, ['one', 'uno']);
    expect(texts.version).toBe(version);
    texts.put(0, ['one', 'un']);
    expect(texts.version).toBeGreaterThan(version);
    texts.put(0, ['one', 'un']);
    expect(texts.version).toBe(version + 1);
  });

  it('are worn when most of their room is lost', () => {
    const texts = make([['first']]);
    for (let size = 1; !texts.isWorn; size++) {
      expect(size).toBeLessThan(2_000);
      texts.put(0, ['x'.repeat(size)]);
    }
    expect(find(texts, 'xx')).toEqual([0]);
  });

  it('refuse a record that no block holds, and keep what they have', () => {
    const texts = make([['one']]);
    expect(() => texts.put(1, ['y'.repeat(2_000_000)])).toThrow(RangeError);
    expect(texts.count).toBe(1);
    expect(find(texts, 'one')).toEqual([0]);
    expect(find(texts, 'y')).toEqual([]);
  });

  it('refuse a text to look for that is longer than any that is typed', () => {
    expect(() => find(make([['one']]), 'z'.repeat(40_000))).toThrow(RangeError);
  });
});
