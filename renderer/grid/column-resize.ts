/** Follows the pointer from a resize handle until it is let go. Calls `onWidth` with widths in CSS pixels. */
export function followResize(
  start: {
    readonly handle: HTMLElement;
    readonly pointerId: number;
    readonly x: number;
    readonly width: number;
  },
  direction: 'ltr' | 'rtl',
  onWidth: (width: number) => void,
): void {
  const { handle, pointerId, x, width } = start;
  const sign = direction === 'ltr' ? 1 : -1;
  const stop = new AbortController();
  const end = (): void => {
    delete handle.dataset['active'];
    stop.abort();
  };
  handle.dataset['active'] = '';
  handle.setPointerCapture(pointerId);
  const { signal } = stop;
  handle.addEventListener('pointermove', (event) => onWidth(width + sign * (event.clientX - x)), { signal });
  handle.addEventListener('pointerup', end, { signal });
  handle.addEventListener('pointercancel', end, { signal });
}

/** The width of the widest text drawn in a column, with the cell's padding; for a double-click on the handle. */
export function fittingWidth(grid: HTMLElement, columnId: string): number {
  let widest = 0;
  for (const cell of grid.querySelectorAll<HTMLElement>(`[data-column-id="${CSS.escape(columnId)}"]`)) {
    const range = document.createRange();
    const text = cell.querySelector('[data-head-text]') ?? cell;
    range.selectNodeContents(text);
    // 12 px of padding on both sides and room for the sort mark.
    widest = Math.max(widest, range.getBoundingClientRect().width + (text === cell ? 26 : 46));
  }
  return Math.ceil(widest);
}

/** How far one Shift+Arrow on a header moves its edge, CSS pixels. */
const keyStep = 16;

/** How much wider Shift+Left or Shift+Right on a header makes its column; mirrored in right-to-left pages. */
export function widthStep(key: 'ArrowLeft' | 'ArrowRight', direction: 'ltr' | 'rtl'): number {
  return (key === 'ArrowRight') === (direction === 'ltr') ? keyStep : -keyStep;
}
