import type { DateFilter, LinkFilter, NumberFilter } from '../link-filter';
import { between, isReversed as isLater, oppositeDate, readDate, writeDate } from './date-range';
import { choicesOf, withChoices, withMembers, withProblem, type Draft } from './draft';
import type { Field, FieldName } from './fields';
import type { FilterNames } from './filter-names';
import type { FilterProblem, FilterProblemCode } from './filter-problem';
import { longestId, longestText } from './limits';
import { listValues, nearestValue } from './list-values';
import { isReversed, oppositeNumber, readNumber, writeNumber } from './number-range';
import { pieceProblem, wrongPiece } from './piece-problem';
import type { Reading } from './reading';
import type { Piece, Token } from './tokenize';

interface Wrong {
  readonly code: FilterProblemCode;
  readonly hint?: string | undefined;
}

interface Term<F extends Field = Field> {
  readonly token: Token;
  readonly field: F;
  readonly names: FilterNames;
}
type FieldOf<K extends Field['kind']> = Extract<Field, { readonly kind: K }>;

/** Adds what a term says to what the text said before, or what is wrong with it. */
export function parseTerm(draft: Draft, { token, field, names }: Term): Draft {
  if (field.kind === 'list') {
    return token.values.reduce((soFar, piece) => withMember(soFar, piece, { token, field, names }), draft);
  }
  const [piece] = token.values;
  const problem = pieceProblem(piece, longestText, field.name);
  const noted = problem === undefined ? draft : withProblem(draft, problem);
  if (piece.text.trim() === '' || problem?.code === 'too-long') return noted;
  if (field.kind === 'text') return withText(noted, { token, field, names });
  return field.kind === 'number' ? withNumber(noted, token, field) : withDate(noted, token, field);
}

function withMember(draft: Draft, piece: Piece, { token, field, names }: Term<FieldOf<'list'>>): Draft {
  const problem = pieceProblem(piece, longestText, field.name);
  const noted = problem === undefined ? draft : withProblem(draft, problem);
  if (piece.text.trim() === '' || problem?.code === 'too-long') return noted;
  const members = listValues[field.part].read(piece, names);
  const refuse = (code: FilterProblemCode, hint?: string) =>
    withProblem(noted, wrongPiece(piece, { code, field: field.name, hint }));
  if (members === undefined) return refuse('unknown-value', nearestValue(field.part, piece, names));
  if (members.some((member) => member.length > longestId)) return refuse('too-long');
  const filter = withMembers(draft.filter, token.isRefused, { part: field.part, members });
  return filter === undefined ? refuse('too-many') : { ...noted, filter };
}

function withText(draft: Draft, { token, field }: Term<FieldOf<'text'>>): Draft {
  const { texts } = choicesOf(draft.filter, token.isRefused);
  if (texts?.[field.part] !== undefined)
    return withProblem(draft, wrongTerm(token, field.name, { code: 'given-twice' }));
  const added = { texts: { ...texts, [field.part]: token.values[0].text } };
  return { ...draft, filter: withChoices(draft.filter, token.isRefused, added) };
}

function withNumber(draft: Draft, token: Token, field: FieldOf<'number'>): Draft {
  return withRange(draft, token, {
    field,
    read: readNumber,
    join: joinNumbers,
    opposite: (number) => {
      const other = oppositeNumber(number);
      return other === undefined ? undefined : writeNumber(other)[0];
    },
    current: draft.filter[field.part],
  });
}

function withDate(draft: Draft, token: Token, field: FieldOf<'date'>): Draft {
  return withRange(draft, token, {
    field,
    read: readDate,
    join: joinDates,
    opposite: (date) => {
      const other = oppositeDate(date);
      return other === undefined ? undefined : writeDate(other);
    },
    current: draft.filter[field.part],
  });
}

interface Range<T> {
  readonly field: FieldOf<'number'> | FieldOf<'date'>;
  readonly read: (text: string) => Reading<T>;
  /** The range inside of both, when each gives one end of it. */
  readonly join: (first: T, second: T) => Reading<T>;
  /** How to write what a refused range means. */
  readonly opposite: (value: T) => string | undefined;
  readonly current: T | undefined;
}

function withRange<T>(draft: Draft, token: Token, { field, read, join, opposite, current }: Range<T>): Draft {
  const [piece] = token.values;
  const { name } = field;
  const reading = read(piece.text);
  if (!reading.ok) return withProblem(draft, wrongPiece(piece, { ...reading, field: name }));
  if (token.isRefused) {
    const other = opposite(reading.value);
    const hint = other === undefined ? undefined : `${name}:${other}`;
    return withProblem(draft, wrongTerm(token, name, { code: 'not-refusable', hint }));
  }
  const joined = current === undefined ? reading : join(current, reading.value);
  if (!joined.ok) return withProblem(draft, wrongTerm(token, name, joined));
  const filter: LinkFilter = { ...draft.filter, [field.part]: joined.value };
  return { ...draft, filter };
}

function wrongTerm(token: Token, field: FieldName, { code, hint }: Wrong): FilterProblem {
  const problem = { code, at: token.at, end: token.end, field, value: token.values[0].text };
  return hint === undefined ? problem : { ...problem, hint };
}

function joinNumbers(first: NumberFilter, second: NumberFilter): Reading<NumberFilter> {
  const lower = (number: NumberFilter) => number.from ?? number.above;
  const upper = (number: NumberFilter) => number.until ?? number.below;
  const isTwice = [lower, upper].some((end) => end(first) !== undefined && end(second) !== undefined);
  if (isTwice) return { ok: false, code: 'given-twice' };
  const value = { ...first, ...second };
  return isReversed(value) ? { ok: false, code: 'reversed' } : { ok: true, value };
}

function joinDates(first: DateFilter, second: DateFilter): Reading<DateFilter> {
  if (first.kind !== 'between' || second.kind !== 'between') return { ok: false, code: 'given-twice' };
  const isTwice = (['from', 'until'] as const).some(
    (end) => first[end] !== undefined && second[end] !== undefined,
  );
  if (isTwice) return { ok: false, code: 'given-twice' };
  const value = between(first.from ?? second.from, first.until ?? second.until);
  return isLater(value) ? { ok: false, code: 'reversed' } : { ok: true, value };
}
