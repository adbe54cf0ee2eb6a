import { useEffect, useState, type RefObject } from 'react';
import { assignSlots, moveSlots, noSlots, rowsBySlot, type RowSlots } from './row-slots';
import { rowAfter, type RowsChange } from './rows-change';

/** After this pause without scrolling the rows' elements are put in reading order, in milliseconds. */
const restMs = 200;

export interface RowSlotsOptions {
  readonly bodyRef: RefObject<HTMLDivElement | null>;
  /** The rows to draw. */
  readonly rows: readonly number[];
  readonly focusedRow: number;
  readonly change: RowsChange | undefined;
}

/** Keeps the elements of rows: who draws what, and, at rest, an order a screen reader can read from top to bottom. */
export function useRowSlots({
  bodyRef,
  rows,
  focusedRow,
  change,
}: RowSlotsOptions): ReturnType<typeof rowsBySlot> {
  const [{ slots: known, change: seen }, setKnown] = useState<{
    readonly slots: RowSlots;
    readonly change: RowsChange | undefined;
  }>({ slots: noSlots, change });
  const moved =
    change === seen || change === undefined
      ? known
      : moveSlots(known, (row) => rowAfter(change, row), focusedRow);
  const slots = assignSlots(moved, rows);
  // Remembered while rendering, not after it: an element must never be drawn with another row in between.
  if (slots !== known || change !== seen) setKnown({ slots, change });

  useEffect(() => {
    const timer = setTimeout(() => {
      if (bodyRef.current !== null) putInReadingOrder(bodyRef.current);
    }, restMs);
    return () => clearTimeout(timer);
  }, [bodyRef, slots]);
  return rowsBySlot(slots);
}

/** Sorts the rows' elements by row without disturbing focus or state. React never reorders them itself: it knows them by slot. */
function putInReadingOrder(body: HTMLElement): void {
  const elements = [...body.children].filter((child) => child instanceof HTMLElement);
  const sorted = elements.toSorted((a, b) => Number(a.dataset['row']) - Number(b.dataset['row']));
  sorted.forEach((element, position) => {
    const there = body.children[position];
    if (there !== element && there !== undefined) body.moveBefore(element, there);
  });
}
