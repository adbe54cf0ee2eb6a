import { foldText } from '../fold-text';
import { fieldNamed, fields, isRefusable, type Field, type FieldName } from './fields';
import type { FilterNames } from './filter-names';
import { suggestValues } from './suggest-values';
import { withoutMarks } from './text-marks';
import { tokenize, type Piece, type Token } from './tokenize';

/** Something that could stand at the caret. */
export interface Suggestion {
  /** Goes into the text between `from` and `to`. */
  readonly insert: string;
  /** A field still wants a value behind it; a value completes its term or goes on with its list. */
  readonly kind: 'field' | 'value';
  readonly field: FieldName;
  /** A member of the filter's list (status, currency code, connection id, mark), or the form of a number or date. */
  readonly value?: string;
}

/** What could stand in the text between `from` and `to`: the word, field name or value at the caret. */
export interface Suggestions {
  readonly from: number;
  readonly to: number;
  readonly items: readonly Suggestion[];
}

/** Letters of a word from which on it may also be a value: a single one begins too many. */
const fewestOfValue = 2;

/**
 * Suggests how the text could go on at the caret: in a word or a gap fields, and values with their field; behind a colon the
 * field's values that its lists do not have yet. What would change nothing is not suggested.
 */
export function suggestTerms(text: string, caret: number, names: FilterNames): Suggestions {
  const tokens = tokenize(text);
  const token = tokens.findLast(({ at, end }) => at <= caret && caret <= end);
  const found = token === undefined ? atGap(caret) : atToken(token, { tokens, text, caret, names });
  return { ...found, items: found.items.filter(({ insert }) => insert !== text.slice(found.from, found.to)) };
}

interface Place {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly caret: number;
  readonly names: FilterNames;
}

function atGap(caret: number): Suggestions {
  return { from: caret, to: caret, items: fields.map(asField) };
}

function atToken(token: Token, place: Place): Suggestions {
  const { name, values } = token;
  if (name !== undefined && place.caret > name.end) return atValue(token, name, place);
  const start = name ?? values[0];
  const { caret, text } = place;
  if (caret < start.at || (start.quote !== 'none' && caret > start.at))
    return { from: caret, to: caret, items: [] };
  const typed = foldText(withoutMarks(text.slice(start.at, caret)));
  const candidates = fields.filter((field) => !token.isRefused || isRefusable(field));
  const begun = candidates.filter((field) => field.name.startsWith(typed)).map(asField);
  if (name !== undefined) return { from: name.at, to: name.end + 1, items: begun };
  const valued =
    typed.length < fewestOfValue ? [] : candidates.flatMap((field) => termsOf(field, typed, place));
  return { from: start.at, to: start.end, items: [...begun, ...valued] };
}

/** The field's values that begin like the word, each with the field's name. */
function termsOf(field: Field, typed: string, { names }: Place): readonly Suggestion[] {
  return suggestValues(field, typed, { names }).map(({ insert, value }) => ({
    insert: `${field.name}:${insert}`,
    kind: 'value',
    field: field.name,
    value,
  }));
}

function atValue(token: Token, name: Piece, { tokens, text, caret, names }: Place): Suggestions {
  const field = fieldNamed(name.text);
  const piece = token.values.findLast(({ at }) => at <= caret) ?? token.values[0];
  const from = piece.at;
  // An open quote has swallowed the rest of the text, which is not to be replaced.
  const to = piece.quote === 'open' ? Math.max(caret, from) : piece.end;
  if (field === undefined || caret > to || (token.isRefused && !isRefusable(field))) {
    return { from: caret, to: caret, items: [] };
  }
  const typed = foldText(withoutMarks(text.slice(from, caret).replace(/^"/, '')));
  const others = tokens
    .filter((other) => other.isRefused === token.isRefused && other.name?.text.toLowerCase() === field.name)
    .flatMap(({ values }) => values.filter((value) => value !== piece));
  const items = suggestValues(field, typed, { names, others }).map(({ insert, value }): Suggestion => ({
    insert,
    kind: 'value',
    field: field.name,
    value,
  }));
  return { from, to, items };
}

function asField({ name }: Field): Suggestion {
  return { insert: `${name}:`, kind: 'field', field: name };
}
