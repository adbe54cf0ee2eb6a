import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { RowRange } from './grid-types';
import { viewShift, type RowsChange } from './rows-change';
import {
  afterBarMoved,
  contentShowing,
  isBarExhausted,
  overscanRows,
  positionOf,
  rebased,
  rowsPerPage,
  rowsToDraw,
  spacerHeight,
  visibleRows,
  type ScrollPosition,
  type ScrollSize,
} from './scroll-math';

/** After this pause the scroll bar is silently moved to its proportional place, and rows around the view are drawn. */
const idleMs = 120;

export interface ScaledScroll {
  readonly scrollerRef: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  readonly drawn: RowRange;
  readonly visible: RowRange;
  /** Add to a row's content offset to place it inside the spacer. */
  readonly shift: number;
  readonly spacer: number;
  readonly width: number;
  readonly viewport: number;
  readonly rowsPerPage: number;
  readonly reveal: (row: number) => void;
  readonly showAtTop: (row: number) => void;
}

interface Box {
  readonly width: number;
  readonly viewport: number;
}

/** What drawing depends on; scrolling inside it needs no render at all. */
interface Drawing {
  readonly drawn: RowRange;
  readonly visible: RowRange;
  readonly shift: number;
}

function drawingOf(size: ScrollSize, at: ScrollPosition, isFlung: boolean): Drawing {
  return {
    drawn: rowsToDraw(size, at.content, isFlung ? 0 : overscanRows),
    visible: visibleRows(size, at.content),
    shift: at.bar - at.content,
  };
}

function isSameDrawing(a: Drawing, b: Drawing): boolean {
  const isSameRange = (x: RowRange, y: RowRange): boolean => x.start === y.start && x.end === y.end;
  return a.shift === b.shift && isSameRange(a.drawn, b.drawn) && isSameRange(a.visible, b.visible);
}

/** Measures the scroller; `headerHeight` of it is not for rows. */
function useBox(scrollerRef: RefObject<HTMLDivElement | null>, headerHeight: number): Box {
  const [box, setBox] = useState<Box>({ width: 0, viewport: 0 });
  useLayoutEffect(() => {
    const scroller = scrollerRef.current;
    if (scroller === null) return undefined;
    const measure = (): void => {
      const next = {
        width: scroller.clientWidth,
        viewport: Math.max(0, scroller.clientHeight - headerHeight),
      };
      setBox((old) => (old.width === next.width && old.viewport === next.viewport ? old : next));
    };
    measure();
    // Styles of what is on its way wait for the scrolling to end.
    scroller.dataset['rest'] = '';
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [scrollerRef, headerHeight]);
  return box;
}

export interface ScaledScrollOptions {
  readonly rowCount: number;
  readonly rowHeight: number;
  /** How much of the scroller is not for rows. */
  readonly headerHeight: number;
  readonly change: RowsChange | undefined;
}

/** The row, with its fraction, that is at the top after a change. */
function topRowAfter(change: RowsChange, topRow: number): number {
  // At the very top nothing is held: new rows are to be seen there.
  return change.kind === 'start' || topRow === 0 ? 0 : topRow + viewShift(change.rows);
}

/** Joins the scroll arithmetic with a scrolling element: reads its bar, moves it, and says which rows to draw. */
export function useScaledScroll(options: ScaledScrollOptions): ScaledScroll {
  const { rowCount, rowHeight, headerHeight, change } = options;
  const scrollerRef = useRef<HTMLDivElement>(null);
  const { width, viewport } = useBox(scrollerRef, headerHeight);
  const size = useMemo<ScrollSize>(
    () => ({ rowCount, rowHeight, viewport }),
    [rowCount, rowHeight, viewport],
  );
  const atRef = useRef<ScrollPosition>({ content: 0, bar: 0 });
  const heightRef = useRef(rowHeight);
  const changeRef = useRef(change);
  // The first rows too are drawn without those around them: they are there a third sooner.
  const isFlungRef = useRef(true);
  const idleRef = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [drawing, setDrawing] = useState<Drawing>(() => drawingOf(size, { content: 0, bar: 0 }, true));

  const draw = useCallback((): void => {
    const next = drawingOf(size, atRef.current, isFlungRef.current);
    setDrawing((old) => (isSameDrawing(old, next) ? old : next));
  }, [size]);

  const goTo = useCallback(
    (target: ScrollPosition): void => {
      const scroller = scrollerRef.current;
      if (scroller === null) return;
      scroller.scrollTop = target.bar;
      // The browser rounds to device pixels: what it kept is where the rows must be drawn.
      atRef.current = { content: target.content, bar: scroller.scrollTop };
      draw();
    },
    [draw],
  );

  // A row added or a new density must not move what the user is reading.
  useLayoutEffect(() => {
    const before = atRef.current.content / heightRef.current;
    heightRef.current = size.rowHeight;
    const topRow =
      change === changeRef.current || change === undefined ? before : topRowAfter(change, before);
    changeRef.current = change;
    goTo(positionOf(size, topRow * size.rowHeight));
  }, [size, goTo, change]);

  const restSoon = useCallback((): void => {
    clearTimeout(idleRef.current);
    idleRef.current = setTimeout(() => {
      const scroller = scrollerRef.current;
      if (scroller !== null) scroller.dataset['rest'] = '';
      isFlungRef.current = false;
      goTo(rebased(size, atRef.current));
    }, idleMs);
  }, [size, goTo]);
  useEffect(() => {
    restSoon();
    return () => clearTimeout(idleRef.current);
  }, [restSoon]);

  const onScroll = useCallback((): void => {
    const scroller = scrollerRef.current;
    if (scroller === null || scroller.scrollTop === atRef.current.bar) return;
    const before = atRef.current;
    atRef.current = afterBarMoved(size, before, scroller.scrollTop);
    // After a jump nothing drawn is on screen any more. Until it rests only what is seen is drawn, but before the frame is painted.
    if (Math.abs(atRef.current.content - before.content) >= size.viewport) isFlungRef.current = true;
    if (isBarExhausted(size, atRef.current)) goTo(rebased(size, atRef.current));
    else if (isFlungRef.current) flushSync(draw);
    else draw();
    delete scroller.dataset['rest'];
    restSoon();
  }, [size, draw, goTo, restSoon]);

  const reveal = useCallback(
    (row: number): void => {
      const content = contentShowing(size, atRef.current.content, row);
      if (content !== atRef.current.content) goTo(positionOf(size, content));
    },
    [size, goTo],
  );
  const showAtTop = useCallback(
    (row: number): void => goTo(positionOf(size, row * size.rowHeight)),
    [size, goTo],
  );

  return {
    ...drawing,
    scrollerRef,
    onScroll,
    spacer: spacerHeight(size),
    width,
    viewport,
    rowsPerPage: rowsPerPage(size),
    reveal,
    showAtTop,
  };
}
