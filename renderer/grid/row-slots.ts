/**
 * Which element draws which row: a slot number for each row index. Rows that come into sight take over the elements of rows
 * that left it, so that scrolling makes and destroys nothing; a row keeps its element as long as it is drawn.
 */
export type RowSlots = ReadonlyMap<number, number>;

export const noSlots: RowSlots = new Map();

/** Gives every row a slot; the same object comes back when nothing changed. */
export function assignSlots(before: RowSlots, rows: readonly number[]): RowSlots {
  if (rows.length === before.size && rows.every((row) => before.has(row))) return before;
  const slots = new Map<number, number>();
  const taken = new Set<number>();
  for (const row of rows) {
    const slot = before.get(row);
    if (slot === undefined) continue;
    slots.set(row, slot);
    taken.add(slot);
  }
  let next = 0;
  for (const row of rows) {
    if (slots.has(row)) continue;
    while (taken.has(next)) next += 1;
    slots.set(row, next);
    next += 1;
  }
  return slots;
}

/** Takes the elements along with rows that have moved; of two rows that would meet, the one named first keeps its element. */
export function moveSlots(before: RowSlots, rowAfter: (row: number) => number, first: number): RowSlots {
  const slots = new Map<number, number>();
  const rows = [...before.keys()].sort((a, b) => Number(b === first) - Number(a === first));
  for (const row of rows) {
    const after = rowAfter(row);
    const slot = before.get(row);
    if (slot !== undefined && !slots.has(after)) slots.set(after, slot);
  }
  return slots;
}

/** The rows in the order of their slots: the order in which their elements never have to move. */
export function rowsBySlot(slots: RowSlots): readonly { readonly row: number; readonly slot: number }[] {
  return [...slots].map(([row, slot]) => ({ row, slot })).sort((a, b) => a.slot - b.slot);
}
