/** What a key press asks of the grid. Columns count in reading order. */
export type GridCommand =
  | { readonly kind: 'move'; readonly rows: number; readonly columns: number; readonly extend: boolean }
  | { readonly kind: 'row-edge'; readonly edge: 'first' | 'last' }
  | { readonly kind: 'grid-edge'; readonly edge: 'first' | 'last'; readonly extend: boolean }
  | { readonly kind: 'page'; readonly pages: 1 | -1; readonly extend: boolean }
  | { readonly kind: 'toggle-row' }
  | { readonly kind: 'extend-here' }
  | { readonly kind: 'select-all' }
  | { readonly kind: 'open' };

export interface KeyPress {
  readonly key: string;
  readonly shift: boolean;
  /** Control, or Command on a Mac. */
  readonly primary: boolean;
  readonly alt: boolean;
}

/**
 * The grid pattern of the WAI-ARIA Authoring Practices: arrows by cell, Home and End within the row, with Control to
 * the corners, Page keys by viewport, Space and Shift for rows. Keys that mean nothing here give `undefined`, so that
 * they keep their meaning elsewhere. In a right-to-left page the left arrow goes to the next column.
 */
export function commandOf(press: KeyPress, direction: 'ltr' | 'rtl'): GridCommand | undefined {
  if (press.alt) return undefined;
  return press.primary ? commandWithPrimary(press) : (moveOf(press, direction) ?? plainCommandOf(press));
}

function moveOf({ key, shift }: KeyPress, direction: 'ltr' | 'rtl'): GridCommand | undefined {
  const forward = direction === 'ltr' ? 1 : -1;
  if (key === 'ArrowDown') return { kind: 'move', rows: 1, columns: 0, extend: shift };
  if (key === 'ArrowUp') return { kind: 'move', rows: -1, columns: 0, extend: shift };
  if (shift) return undefined;
  if (key === 'ArrowRight') return { kind: 'move', rows: 0, columns: forward, extend: false };
  if (key === 'ArrowLeft') return { kind: 'move', rows: 0, columns: -forward, extend: false };
  return undefined;
}

function plainCommandOf({ key, shift }: KeyPress): GridCommand | undefined {
  switch (key) {
    case 'Home':
      return { kind: 'row-edge', edge: 'first' };
    case 'End':
      return { kind: 'row-edge', edge: 'last' };
    case 'PageDown':
      return { kind: 'page', pages: 1, extend: shift };
    case 'PageUp':
      return { kind: 'page', pages: -1, extend: shift };
    case ' ':
      return shift ? { kind: 'extend-here' } : { kind: 'toggle-row' };
    case 'F2':
    case 'Enter':
      return shift ? undefined : { kind: 'open' };
    default:
      return undefined;
  }
}

function commandWithPrimary({ key, shift }: KeyPress): GridCommand | undefined {
  if (key === 'Home') return { kind: 'grid-edge', edge: 'first', extend: shift };
  if (key === 'End') return { kind: 'grid-edge', edge: 'last', extend: shift };
  return !shift && key.toLowerCase() === 'a' ? { kind: 'select-all' } : undefined;
}
