import type { FieldName } from './fields';

/** What can be wrong with a piece of a filter text. */
export type FilterProblemCode =
  /** Nothing follows a colon, a comma, a minus sign, or between two quotes. */
  | 'value-missing'
  /** A quote is not closed; what follows it counts as quoted. */
  | 'quote-open'
  /** A list goes on after a space. */
  | 'space-in-list'
  | 'unknown-field'
  /** A word that the field does not know: a status, a currency, a connection, a mark. */
  | 'unknown-value'
  | 'not-a-number'
  | 'not-a-date'
  /** Written like a date, but in no calendar. */
  | 'impossible-date'
  | 'too-many-days'
  /** The upper end lies below the lower one. */
  | 'reversed'
  /** The same text field, or the same end of a range, a second time. */
  | 'given-twice'
  /** Ranges cannot be refused with a minus sign. */
  | 'not-refusable'
  | 'too-long'
  | 'too-many';

/** One wrong piece of a filter text, as data: the words for it belong to the interface. */
export interface FilterProblem {
  readonly code: FilterProblemCode;
  /** Where the wrong piece begins and ends, in UTF-16 units; equal where something is missing. */
  readonly at: number;
  readonly end: number;
  /** The field the piece belongs to, where there is one. */
  readonly field?: FieldName;
  /** The piece as the user meant it, without quotes. */
  readonly value?: string;
  /** What could stand in the text between `at` and `end` instead. */
  readonly hint?: string;
}
