import type { RowRange } from './grid-types';

/**
 * Scaled scrolling: how a scroll bar of limited height shows any number of rows.
 *
 * Browsers limit an element's height in physical pixels (about 33.5 million), so at a device pixel ratio of 2
 * a million rows of 32 px do not fit. The spacer is therefore capped, and a position has two halves: `content`
 * (where we are among all rows) and `bar` (where the scroll bar is). All numbers are CSS pixels.
 */
export interface ScrollPosition {
  readonly content: number;
  readonly bar: number;
}

export interface ScrollSize {
  readonly rowCount: number;
  readonly rowHeight: number;
  /** Height available for rows. */
  readonly viewport: number;
}

/** Height of the tallest spacer we make; safe up to a device pixel ratio of 4. */
export const maxSpacerHeight = 8_000_000;

/** Rows drawn above and below the visible ones, so that a fast wheel meets no gap. */
export const overscanRows = 8;

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

const contentHeight = (size: ScrollSize): number => size.rowCount * size.rowHeight;
const maxContent = (size: ScrollSize): number => Math.max(0, contentHeight(size) - size.viewport);
const maxBar = (size: ScrollSize): number => Math.max(0, spacerHeight(size) - size.viewport);

/** Height of the element that gives the scroll bar its length. */
export function spacerHeight(size: ScrollSize): number {
  return Math.min(contentHeight(size), maxSpacerHeight);
}

/**
 * How much of the bar at each end is never scaled. Without it, the last thousand pixels of the content would have only a
 * part of a thousand pixels of bar left, and the browser would cut off a turn of the wheel there.
 */
const unscaledEnd = 100_000;

interface Scale {
  /** Unscaled length at each end. */
  readonly end: number;
  /** Content pixels per bar pixel between the ends. */
  readonly factor: number;
}

function scaleOf(size: ScrollSize): Scale {
  const bar = maxBar(size);
  const content = maxContent(size);
  // Exactly one when nothing is scaled: no division may disturb the common case.
  if (bar === content) return { end: bar, factor: 1 };
  const end = Math.min(unscaledEnd, bar / 4);
  return { end, factor: (content - 2 * end) / (bar - 2 * end) };
}

/** The content position that a scroll bar position stands for: in proportion, but pixel by pixel near the ends. */
export function contentAt(size: ScrollSize, bar: number): number {
  const { end, factor } = scaleOf(size);
  const inside = clamp(bar, 0, maxBar(size));
  if (inside <= end) return inside;
  const left = maxBar(size) - inside;
  return left <= end ? maxContent(size) - left : end + (inside - end) * factor;
}

/** The scroll bar position for a content position; the inverse of `contentAt`. */
export function barAt(size: ScrollSize, content: number): number {
  const { end, factor } = scaleOf(size);
  const inside = clamp(content, 0, maxContent(size));
  if (inside <= end) return inside;
  const left = maxContent(size) - inside;
  return left <= end ? maxBar(size) - left : end + (inside - end) / factor;
}

/**
 * The position after the browser moved the bar. Moves under two viewports are taken pixel by pixel (wheel,
 * touch pad), bigger ones in proportion (dragging the thumb).
 */
export function afterBarMoved(size: ScrollSize, from: ScrollPosition, bar: number): ScrollPosition {
  const moved = bar - from.bar;
  if (Math.abs(moved) >= 2 * size.viewport) return { content: contentAt(size, bar), bar };
  return { content: clamp(from.content + moved, 0, maxContent(size)), bar };
}

/** True when the bar has come to an end that the content has not reached, so that it must be moved back at once. */
export function isBarExhausted(size: ScrollSize, at: ScrollPosition): boolean {
  const atTop = at.bar <= 0.5 && at.content > 0.5;
  const atBottom = at.bar >= maxBar(size) - 0.5 && at.content < maxContent(size) - 0.5;
  return atTop || atBottom;
}

/** The same content with the bar at its proportional place. */
export function rebased(size: ScrollSize, at: ScrollPosition): ScrollPosition {
  return positionOf(size, at.content);
}

/** The position that shows this content offset at the top; offsets out of range are brought into it. */
export function positionOf(size: ScrollSize, content: number): ScrollPosition {
  const inside = clamp(content, 0, maxContent(size));
  return { content: inside, bar: barAt(size, inside) };
}

/** The smallest move that brings a row wholly into view. Returns the content offset. */
export function contentShowing(size: ScrollSize, content: number, row: number): number {
  const top = row * size.rowHeight;
  if (top < content) return top;
  const bottom = top + size.rowHeight;
  return bottom > content + size.viewport ? clamp(bottom - size.viewport, 0, maxContent(size)) : content;
}

/** The rows that show at least one pixel. */
export function visibleRows(size: ScrollSize, content: number): RowRange {
  const start = clamp(Math.floor(content / size.rowHeight), 0, size.rowCount);
  const end = clamp(Math.ceil((content + size.viewport) / size.rowHeight), start, size.rowCount);
  return { start, end };
}

/** The rows to draw: the visible ones and as many more on both sides as are told; always as many, so that scrolling needs no more elements. */
export function rowsToDraw(size: ScrollSize, content: number, more = overscanRows): RowRange {
  const { start } = visibleRows(size, content);
  const most = Math.ceil(size.viewport / size.rowHeight) + 1;
  return {
    start: Math.max(0, start - more),
    end: Math.min(size.rowCount, start + most + more),
  };
}

/** How many whole rows fit, at least one: the step of Page Up and Page Down. */
export function rowsPerPage(size: ScrollSize): number {
  return Math.max(1, Math.floor(size.viewport / size.rowHeight));
}
