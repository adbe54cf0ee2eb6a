/** Scrolls sideways as little as needed to show a column beside the pinned ones. */
export function showColumn(scroller: HTMLElement, column: number): void {
  const cell = scroller
    .querySelector(
      `[role="columnheader"][data-column="${column}"], [role="columnheader"] [data-column="${column}"]`,
    )
    ?.closest<HTMLElement>('[role="columnheader"]');
  if (cell?.style.insetInlineStart !== '') return;
  const box = cell.getBoundingClientRect();
  const outer = scroller.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(scroller).direction === 'rtl';
  const pinned = pinnedWidth(scroller);
  const free = {
    left: outer.left + (isRightToLeft ? outer.width - scroller.clientWidth : pinned),
    right: isRightToLeft ? outer.right - pinned : outer.left + scroller.clientWidth,
  };
  if (box.left < free.left) scroller.scrollLeft -= free.left - box.left;
  else if (box.right > free.right) scroller.scrollLeft += box.right - free.right;
}

function pinnedWidth(scroller: HTMLElement): number {
  const headers = [...scroller.querySelectorAll<HTMLElement>('[role="columnheader"]')];
  return headers
    .filter((header) => header.style.insetInlineStart !== '')
    .reduce((sum, header) => sum + header.offsetWidth, 0);
}
