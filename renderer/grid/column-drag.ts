/** Where a dragged column was let go. */
export interface ColumnDrop {
  readonly columnId: string;
  readonly besideId: string;
  readonly side: 'before' | 'after';
}

export interface DraggedHeader {
  readonly header: HTMLElement;
  readonly grid: HTMLElement;
  /** Where the pointer went down, CSS pixels. */
  readonly x: number;
}

/** The pointer moves this far before a press becomes a drag, CSS pixels. */
const threshold = 6;
/** So near an edge the grid scrolls along, and so far in each step, CSS pixels. */
const edge = 40;
const edgeStep = 14;
const edgeStepMs = 16;

/**
 * Follows the pointer from a header until it is let go, marking where the column would land. Esc gives up. A press that does
 * not move stays a click.
 */
export function followColumnDrag(
  { header, grid, x }: DraggedHeader,
  onDrop: (drop: ColumnDrop) => void,
): void {
  const stop = new AbortController();
  const { signal } = stop;
  let pointerX = x;
  let drop: ColumnDrop | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;

  const look = (): void => {
    clearMarks(grid);
    header.dataset['dragged'] = '';
    drop = dropAt(header, grid, pointerX);
    const beside = drop === undefined ? undefined : headerOf(grid, drop.besideId);
    if (drop !== undefined && beside !== undefined) beside.dataset['drop'] = drop.side;
  };
  const scrollAlong = (): void => {
    const box = grid.getBoundingClientRect();
    if (pointerX < box.left + edge) grid.scrollLeft -= edgeStep;
    else if (pointerX > box.right - edge) grid.scrollLeft += edgeStep;
    else return;
    look();
  };
  const end = (): void => {
    stop.abort();
    clearInterval(timer);
    clearMarks(grid);
  };
  const move = (event: PointerEvent): void => {
    pointerX = event.clientX;
    if (timer === undefined && Math.abs(pointerX - x) < threshold) return;
    timer ??= setInterval(scrollAlong, edgeStepMs);
    look();
  };
  const letGo = (): void => {
    const isDrag = timer !== undefined;
    end();
    if (!isDrag) return;
    // The click that follows must not sort the column it ends on.
    const swallow = new AbortController();
    addEventListener('click', (event) => event.stopPropagation(), { capture: true, signal: swallow.signal });
    setTimeout(() => swallow.abort());
    if (drop !== undefined) onDrop(drop);
  };
  const giveUp = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || timer === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    end();
  };
  addEventListener('pointermove', move, { signal });
  addEventListener('pointerup', letGo, { signal });
  addEventListener('pointercancel', end, { signal });
  addEventListener('keydown', giveUp, { capture: true, signal });
}

function headerOf(grid: HTMLElement, columnId: string): HTMLElement | undefined {
  return (
    grid.querySelector<HTMLElement>(`[data-movable][data-column-id="${CSS.escape(columnId)}"]`) ?? undefined
  );
}

function clearMarks(grid: HTMLElement): void {
  for (const marked of grid.querySelectorAll<HTMLElement>('[data-drop], [data-dragged]')) {
    delete marked.dataset['drop'];
    delete marked.dataset['dragged'];
  }
}

/** The nearest edge of a column that may move, in the direction the page is read. */
function dropAt(header: HTMLElement, grid: HTMLElement, x: number): ColumnDrop | undefined {
  const columnId = header.dataset['columnId'] ?? '';
  const isRightToLeft = getComputedStyle(grid).direction === 'rtl';
  let nearest: ColumnDrop | undefined;
  let least = Infinity;
  for (const candidate of grid.querySelectorAll<HTMLElement>('[data-movable]')) {
    const box = candidate.getBoundingClientRect();
    const middle = box.left + box.width / 2;
    const distance = Math.max(box.left - x, x - box.right, 0);
    if (distance >= least) continue;
    least = distance;
    const side = x < middle === isRightToLeft ? 'after' : 'before';
    nearest = { columnId, besideId: candidate.dataset['columnId'] ?? '', side };
  }
  return nearest?.besideId === columnId ? undefined : nearest;
}
