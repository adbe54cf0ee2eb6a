import type { DateField, LinkFilter, TextField } from '#domain/link-filter';
import { listFields, type ListField } from './choices';

/** Every part of a filter that has a chip. */
export type FilterPart = ListField | 'amount' | 'attempts' | DateField | TextField;

/** Chips that are there even when they are not set. */
export const standingParts = [
  'statuses',
  'currencies',
  'expires',
  'connectionIds',
] as const satisfies readonly FilterPart[];

/** Parts whose chip is added from the menu, in its order. */
export const addableParts = [
  'amount',
  'created',
  'checked',
  'attempts',
  'marks',
  'customerName',
  'reference',
  'customerEmail',
  'orderText',
  'linkId',
] as const satisfies readonly FilterPart[];

export const isListField = (part: FilterPart): part is ListField =>
  listFields.some((field) => field === part);

/** True when a part is set on either side. */
export function isPartSet(filter: LinkFilter, part: FilterPart): boolean {
  if (isListField(part)) return filter[part] !== undefined || filter.not?.[part] !== undefined;
  switch (part) {
    case 'amount':
    case 'attempts':
    case 'expires':
    case 'created':
    case 'checked':
      return filter[part] !== undefined;
    default:
      return filter.texts?.[part] !== undefined || filter.not?.texts?.[part] !== undefined;
  }
}
