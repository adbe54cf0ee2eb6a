import type { CellPosition } from './cell-position';

/** What a pointer or focus event inside the grid is about. */
export interface EventPlace extends CellPosition {
  /** On a check box. */
  readonly isBox: boolean;
  /** On something of the cell's own that handles its clicks: a link, a button. */
  readonly isControl: boolean;
}

/** Finds the cell an event happened in; `undefined` outside of cells. */
export function placeOfEvent(target: EventTarget): EventPlace | undefined {
  if (!(target instanceof Element)) return undefined;
  const row = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
  const cell = target.closest('[role="gridcell"], [role="columnheader"]');
  if (row === undefined || cell === null) return undefined;
  const holder =
    cell instanceof HTMLElement && cell.dataset['column'] !== undefined
      ? cell
      : cell.querySelector('[data-column]');
  if (!(holder instanceof HTMLElement)) return undefined;
  return {
    row: Number(row),
    column: Number(holder.dataset['column']),
    isBox: holder.dataset['box'] !== undefined,
    isControl: target.closest('a, button, input') !== null,
  };
}
