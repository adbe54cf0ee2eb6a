import type { MouseEvent } from 'react';
import { directionAt } from './direction-at';
import type { MenuPlace } from './grid-types';

/** At the mouse; for the menu key and Shift+F10, which have no place of their own, at the cell. */
export function menuPlaceOf(event: MouseEvent<HTMLElement>): MenuPlace {
  const isByMouse = event.button === 2 || event.clientX !== 0 || event.clientY !== 0;
  const hasPlace =
    isByMouse && event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType !== '';
  return hasPlace ? { x: event.clientX, y: event.clientY } : menuPlaceAt(event.target);
}

/** Under the start of the cell an element is in. */
export function menuPlaceAt(target: EventTarget): MenuPlace {
  const cell =
    target instanceof Element ? (target.closest('[role="gridcell"], [role="columnheader"]') ?? target) : null;
  const box = cell?.getBoundingClientRect() ?? new DOMRect();
  const isRightToLeft = cell !== null && directionAt(cell) === 'rtl';
  return { x: isRightToLeft ? box.right - 12 : box.left + 12, y: box.bottom - 4 };
}
