import type { ListPart } from './fields';

/** The longest text of a filter, in UTF-16 units. */
export const longestText = 500;
/** The longest id of a connection. */
export const longestId = 64;

/** How many members a part of a filter can have. */
export const mostMembers: Readonly<Record<ListPart | 'words', number>> = {
  words: 50,
  statuses: 100,
  marks: 100,
  currencies: 200,
  connectionIds: 1000,
};
