import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignSlots, moveSlots, noSlots, rowsBySlot } from '../../../../renderer/grid/row-slots';

const range = (start: number, length: number) => Array.from({ length }, (_, offset) => start + offset);

describe('the elements of rows', () => {
  it('a row keeps its element as long as it is drawn, and no two rows share one', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(steps, (starts) => {
        let slots = noSlots;
        for (const start of starts) {
          const before = slots;
          slots = assignSlots(before, range(start, 40));
          expect([...slots.keys()].toSorted((a, b) => a - b)).toEqual(range(start, 40));
          expect(new Set(slots.values()).size).toBe(40);
          for (const [row, slot] of before) if (slots.has(row)) expect(slots.get(row)).toBe(slot);
          // As many elements as rows: scrolling makes none.
          expect(Math.max(...slots.values())).toBe(39);
        }
      }),
    );
  });

  it('nothing new to draw is nothing new at all', () => {
    const slots = assignSlots(noSlots, range(5, 10));
    expect(assignSlots(slots, range(5, 10))).toBe(slots);
  });

  it('elements go along with rows that moved; the focused row wins where two would meet', () => {
    const slots = assignSlots(noSlots, [1, 2, 3]);
    const moved = moveSlots(slots, (row) => (row === 3 ? 12 : row + 10), 3);
    expect(moved.get(12)).toBe(slots.get(3));
    expect(moved.get(11)).toBe(slots.get(1));
    expect(moved.size).toBe(2);
  });

  it('elements stand in the order of their slots', () => {
    expect(
      rowsBySlot(
        new Map([
          [7, 1],
          [9, 0],
        ]),
      ),
    ).toEqual([
      { row: 9, slot: 0 },
      { row: 7, slot: 1 },
    ]);
  });
});
