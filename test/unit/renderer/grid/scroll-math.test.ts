import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterBarMoved,
  barAt,
  contentAt,
  contentShowing,
  isBarExhausted,
  maxSpacerHeight,
  positionOf,
  rebased,
  rowsPerPage,
  rowsToDraw,
  spacerHeight,
  visibleRows,
  type ScrollPosition,
  type ScrollSize,
} from '../../../../renderer/grid/scroll-math';

const million: ScrollSize = { rowCount: 1_000_000, rowHeight: 32, viewport: 800 };

const sizes = fc.record({
  rowCount: fc.integer({ min: 1, max: 5_000_000 }),
  rowHeight: fc.constantFrom(28, 32, 40),
  viewport: fc.integer({ min: 100, max: 3000 }),
});

const contentEnd = (size: ScrollSize): number => Math.max(0, size.rowCount * size.rowHeight - size.viewport);
const barEnd = (size: ScrollSize): number => Math.max(0, spacerHeight(size) - size.viewport);

/** A size with a position somewhere inside it. */
const places = sizes.chain((size) =>
  fc.double({ min: 0, max: 1, noNaN: true }).map((share) => ({ size, content: share * contentEnd(size) })),
);

describe('the spacer', () => {
  it('never grows beyond what a device pixel ratio of 4 can show', () => {
    fc.assert(fc.property(sizes, (size) => spacerHeight(size) <= Math.min(maxSpacerHeight, 33_554_428 / 4)));
  });

  it('is the true height while that fits', () => {
    expect(spacerHeight({ ...million, rowCount: 1000 })).toBe(32_000);
  });
});

describe('the mapping between bar and content', () => {
  it('joins the two ends', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        expect(contentAt(size, 0)).toBe(0);
        expect(contentAt(size, barEnd(size))).toBe(contentEnd(size));
        expect(barAt(size, contentEnd(size))).toBe(barEnd(size));
      }),
    );
  });

  it('shows the last row at the end of the bar', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        expect(visibleRows(size, contentAt(size, barEnd(size))).end).toBe(size.rowCount);
      }),
    );
  });

  it('can be inverted to a hundredth of a pixel', () => {
    fc.assert(
      fc.property(places, ({ size, content }) => {
        expect(Math.abs(contentAt(size, barAt(size, content)) - content)).toBeLessThan(0.01);
      }),
    );
  });

  it('never goes backwards', () => {
    fc.assert(
      fc.property(places, fc.double({ min: 0, max: 1, noNaN: true }), ({ size, content }, share) => {
        const earlier = content * share;
        expect(barAt(size, earlier)).toBeLessThanOrEqual(barAt(size, content));
      }),
    );
  });

  it('is exact to the pixel near both ends, so that no turn of the wheel is cut off there', () => {
    expect(contentAt(million, 750)).toBe(750);
    expect(barEnd(million) - barAt(million, contentEnd(million) - 1000)).toBe(1000);
  });
});

describe('moving the bar', () => {
  it('moves the content pixel by pixel when it moves less than two viewports', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1599, max: 1599 }), (by) => {
        const from = positionOf(million, 16_000_000);
        expect(afterBarMoved(million, from, from.bar + by).content).toBe(16_000_000 + by);
      }),
    );
  });

  it('adds up sixty wheel notches of 100 px to exactly 6,000 px', () => {
    let at: ScrollPosition = positionOf(million, 16_000_000);
    for (let notch = 0; notch < 60; notch += 1) at = afterBarMoved(million, at, at.bar + 100);
    expect(at.content).toBe(16_006_000);
  });

  it('moves in proportion when the thumb is dragged', () => {
    const from = positionOf(million, 0);
    expect(afterBarMoved(million, from, 4_000_000)).toEqual({
      content: contentAt(million, 4_000_000),
      bar: 4_000_000,
    });
  });

  it('keeps the content inside its ends', () => {
    fc.assert(
      fc.property(places, fc.double({ min: -1, max: 2, noNaN: true }), ({ size, content }, share) => {
        const moved = afterBarMoved(size, positionOf(size, content), share * barEnd(size));
        expect(moved.content).toBeGreaterThanOrEqual(0);
        expect(moved.content).toBeLessThanOrEqual(contentEnd(size));
      }),
    );
  });

  it('notices a bar that ended before the content did, and rebasing frees it', () => {
    const stuck = { content: 5_000_000, bar: 0 };
    expect(isBarExhausted(million, stuck)).toBe(true);
    expect(isBarExhausted(million, rebased(million, stuck))).toBe(false);
    expect(rebased(million, stuck).content).toBe(5_000_000);
  });

  it('never calls the true ends exhausted', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        expect(isBarExhausted(size, positionOf(size, 0))).toBe(false);
        expect(isBarExhausted(size, positionOf(size, contentEnd(size)))).toBe(false);
      }),
    );
  });
});

describe('rows', () => {
  it('a revealed row lies wholly inside the viewport when it fits', () => {
    fc.assert(
      fc.property(places, fc.double({ min: 0, max: 0.999999, noNaN: true }), ({ size, content }, share) => {
        const row = Math.floor(share * size.rowCount);
        const shown = contentShowing(size, content, row);
        expect(row * size.rowHeight).toBeGreaterThanOrEqual(shown);
        expect((row + 1) * size.rowHeight).toBeLessThanOrEqual(shown + size.viewport);
      }),
    );
  });

  it('a row already in sight is not moved', () => {
    expect(contentShowing(million, 3200, 110)).toBe(3200);
  });

  it('everything visible is drawn, and never more than a page and its margins', () => {
    fc.assert(
      fc.property(places, ({ size, content }) => {
        const visible = visibleRows(size, content);
        const drawn = rowsToDraw(size, content);
        expect(drawn.start).toBeLessThanOrEqual(visible.start);
        expect(drawn.end).toBeGreaterThanOrEqual(visible.end);
        expect(drawn.end - drawn.start).toBeLessThanOrEqual(size.viewport / size.rowHeight + 18);
        const flung = rowsToDraw(size, content, 0);
        expect(flung.start).toBe(visible.start);
        expect(flung.end).toBeGreaterThanOrEqual(visible.end);
        expect(flung.end - flung.start).toBeLessThanOrEqual(size.viewport / size.rowHeight + 2);
      }),
    );
  });

  it('a page is at least one row, also in a tiny window', () => {
    expect(rowsPerPage({ ...million, viewport: 10 })).toBe(1);
    expect(rowsPerPage(million)).toBe(25);
  });

  it('an empty grid has nothing to draw and nowhere to go', () => {
    const empty = { ...million, rowCount: 0 };
    expect(rowsToDraw(empty, 0)).toEqual({ start: 0, end: 0 });
    expect(positionOf(empty, 500)).toEqual({ content: 0, bar: 0 });
  });
});
