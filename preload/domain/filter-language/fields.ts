import type { DateField, TextField } from '../link-filter';

/** The fields of the filter language. */
export type FieldName =
  | 'status'
  | 'currency'
  | 'connection'
  | 'amount'
  | 'attempts'
  | 'expires'
  | 'created'
  | 'checked'
  | 'reference'
  | 'id'
  | 'customer'
  | 'email'
  | 'order'
  | 'is';

/** Parts of a filter that are lists, of which any member is enough. */
export type ListPart = 'statuses' | 'currencies' | 'connectionIds' | 'marks';

/** A field, the part of the filter it names, and how its values are written. */
export type Field =
  | { readonly name: FieldName; readonly kind: 'list'; readonly part: ListPart }
  | { readonly name: FieldName; readonly kind: 'number'; readonly part: 'amount' | 'attempts' }
  | { readonly name: FieldName; readonly kind: 'date'; readonly part: DateField }
  | { readonly name: FieldName; readonly kind: 'text'; readonly part: TextField };

/** The one table of the language, in the order in which fields are printed and suggested. */
export const fields: readonly Field[] = [
  { name: 'status', kind: 'list', part: 'statuses' },
  { name: 'currency', kind: 'list', part: 'currencies' },
  { name: 'connection', kind: 'list', part: 'connectionIds' },
  { name: 'amount', kind: 'number', part: 'amount' },
  { name: 'attempts', kind: 'number', part: 'attempts' },
  { name: 'expires', kind: 'date', part: 'expires' },
  { name: 'created', kind: 'date', part: 'created' },
  { name: 'checked', kind: 'date', part: 'checked' },
  { name: 'reference', kind: 'text', part: 'reference' },
  { name: 'id', kind: 'text', part: 'linkId' },
  { name: 'customer', kind: 'text', part: 'customerName' },
  { name: 'email', kind: 'text', part: 'customerEmail' },
  { name: 'order', kind: 'text', part: 'orderText' },
  { name: 'is', kind: 'list', part: 'marks' },
];

/** The field of a name in whatever case. */
export function fieldNamed(name: string): Field | undefined {
  const wanted = name.toLowerCase();
  return fields.find((field) => field.name === wanted);
}

/** True for fields of which links can be refused with a minus sign: the others are ranges, whose opposite is a range. */
export function isRefusable(field: Field): boolean {
  return field.kind === 'list' || field.kind === 'text';
}
