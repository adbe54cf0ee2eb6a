import { z } from 'zod';
import type { ListPosition } from '../payment-provider';
import { walkedStates } from './walked-states';

/** Finix caps pages at 100 rows; Ahrvo's default is 5. */
export const pageSize = 100;

/** Offsets reach ten thousand results, says Finix. */
export const ceiling = 10_000;

const count = z.int().nonnegative().default(0);

const placeSchema = z.strictObject({
  /** `guess` takes the last row's id for the cursor that the page before did not tell. */
  mode: z.enum(['start', 'cursor', 'guess', 'offset']),
  cursor: z.string().optional(),
  offset: count,
  /** Set while the list is read state by state. */
  state: z.enum(walkedStates).optional(),
  /** A state before had more links than offsets reach. */
  isCut: z.boolean().default(false),
  /** Rows of this way so far; those of pages that brought nothing new are not counted. */
  rows: count,
  pages: count,
  /** Pages in a row that brought nothing new. */
  idle: count,
  /** The first row of the page before. */
  firstId: z.string().optional(),
});

/** A place in the list: where the next page begins, and what is needed to notice that the list goes in circles. */
export type Place = Readonly<z.infer<typeof placeSchema>>;

export const start: Place = { mode: 'start', offset: 0, isCut: false, rows: 0, pages: 0, idle: 0 };

/** A place as plain JSON. */
export function toPosition(place: Place): ListPosition {
  const given = Object.entries(place).filter((entry): entry is [string, string | number | boolean] => {
    return entry[1] !== undefined;
  });
  return Object.fromEntries(given);
}

/** The place of a stored position; one that cannot be read is the beginning, which costs time and loses nothing. */
export function toPlace(position: ListPosition | undefined): Place {
  return placeSchema.safeParse(position).data ?? start;
}

/** How many rows to ask for: at the ceiling only those that are left below it. */
export function limitOf({ mode, offset }: Place): number {
  return mode === 'offset' ? Math.min(pageSize, ceiling - offset) : pageSize;
}

/** What is asked of the list for a page. */
export interface PageQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly offset?: number | undefined;
  readonly state?: string | undefined;
}

/** The query of the page at a place. */
export function queryOf(place: Place): PageQuery {
  const { mode, cursor, offset, state } = place;
  const limit = limitOf(place);
  if (mode === 'offset') return { limit, offset, state };
  return mode === 'start' ? { limit } : { limit, cursor };
}
