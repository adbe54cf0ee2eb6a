import type { LinkFilter, TextField } from '#domain/link-filter';

/** The parts of a filter that are lists of which any member is enough. */
export const listFields = ['statuses', 'currencies', 'connectionIds', 'marks'] as const;
export type ListField = (typeof listFields)[number];

/** Whether a part of a filter is what must hold, or what must not. */
export type Side = 'wanted' | 'refused';

/** The values of one side of a list; none when it is not set. */
export function listOf(filter: LinkFilter, field: ListField, side: Side): readonly string[] {
  return (side === 'wanted' ? filter[field] : filter.not?.[field]) ?? [];
}

/** The filter with other values on one side of a list. Values of a list are only ever its own: those that its chip offered. */
export function withList(
  filter: LinkFilter,
  part: { readonly field: ListField; readonly side: Side; readonly values: readonly string[] },
): LinkFilter {
  const { field, side, values } = part;
  return side === 'wanted'
    ? { ...filter, [field]: values }
    : { ...filter, not: { ...filter.not, [field]: values } };
}

/** The filter with the values of one side on the other, which loses its own. */
export function turned(filter: LinkFilter, field: ListField, side: Side): LinkFilter {
  const values = listOf(filter, field, side);
  const other = side === 'wanted' ? 'refused' : 'wanted';
  return withList(withList(filter, { field, side, values: [] }), { field, side: other, values });
}

/** The text that one side asks of a field. */
export function textOf(filter: LinkFilter, field: TextField, side: Side): string {
  return (side === 'wanted' ? filter.texts : filter.not?.texts)?.[field] ?? '';
}

/** The filter with another text for a field on one side; an empty one asks for nothing. */
export function withText(
  filter: LinkFilter,
  part: { readonly field: TextField; readonly side: Side; readonly text: string },
): LinkFilter {
  const { field, side, text } = part;
  return side === 'wanted'
    ? { ...filter, texts: { ...filter.texts, [field]: text } }
    : { ...filter, not: { ...filter.not, texts: { ...filter.not?.texts, [field]: text } } };
}

/**
 * The sides that have a chip of their own. A field has one chip as long as one side is enough for it, so that its popover stays
 * open while its values move to the other side; what is not set offers to be wanted.
 */
export function sidesShown(hasWanted: boolean, hasRefused: boolean): readonly Side[] {
  if (!hasRefused) return ['wanted'];
  return hasWanted ? ['wanted', 'refused'] : ['refused'];
}
