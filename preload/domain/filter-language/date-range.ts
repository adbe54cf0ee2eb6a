import type { DateFilter } from '../link-filter';
import { toAsciiNumber } from '../money';
import { readSpan, shiftDay, writeSpan } from './day-span';
import { nearest } from './nearest';
import type { Reading } from './reading';

type Between = Extract<DateFilter, { kind: 'between' }>;

/** How far a number of days may reach. */
export const mostDays = 3660;

/** Wordings without a date in them. */
export const dateWords = ['past', 'today', 'this-month', 'none'] as const;

/**
 * Reads a moment: a word, `<7d` and `>7d` (days from now), a day, month or year, a range of these with `..` or a comparison with
 * one. A month or year counts from its first or to its last day, so that `>2026-10` begins in November.
 */
export function readDate(typed: string): Reading<DateFilter> {
  const text = toAsciiNumber(typed).toLowerCase();
  const word = dateWords.find((candidate) => candidate === text);
  if (word !== undefined) return { ok: true, value: { kind: word } };
  const [, sign, count, unit] = /^([<>]?)(=?\d{1,9})(d?)$/.exec(text) ?? [];
  const isYear = unit === '' && /^=?\d{4}$/.test(count ?? '');
  if (sign !== undefined && count !== undefined && !isYear) return readDays({ sign, count, unit });
  const ends = text.split('..');
  if (ends.length === 2) return readRange(ends);
  return readComparison(text);
}

/** Writes a moment as one value. */
export function writeDate(date: DateFilter): string {
  switch (date.kind) {
    case 'within-days':
      return `<${date.days}d`;
    case 'beyond-days':
      return `>${date.days}d`;
    case 'between':
      return writeBetween(date);
    default:
      return date.kind;
  }
}

/** All other moments, where one wording says so. */
export function oppositeDate(date: DateFilter): DateFilter | undefined {
  if (date.kind === 'within-days') return { ...date, kind: 'beyond-days' };
  if (date.kind === 'beyond-days') return { ...date, kind: 'within-days' };
  if (date.kind !== 'between' || (date.from === undefined) === (date.until === undefined)) return undefined;
  const until = date.from === undefined ? undefined : shiftDay(date.from, -1);
  const from = date.until === undefined ? undefined : shiftDay(date.until, 1);
  if (from === undefined && until === undefined) return undefined;
  return between(from, until);
}

/** The days from one to another; without both, the range that a user has yet to fill in. */
export function between(from: string | undefined, until: string | undefined): Between {
  return {
    kind: 'between',
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

function writeBetween({ from, until }: Between): string {
  if (from !== undefined && until !== undefined) return writeSpan({ from, until });
  if (from !== undefined) return `>=${from}`;
  return until === undefined ? '..' : `<=${until}`;
}

interface Days {
  readonly sign: string;
  readonly count: string;
  readonly unit: string | undefined;
}

/** Days count whole, so `<=7d` says no more than `<7d`; and a number alone says neither days nor a year. */
function readDays({ sign, count, unit }: Days): Reading<DateFilter> {
  const days = Number(count.replace('=', ''));
  const meant = `${sign === '' ? '<' : sign}${Math.min(days, mostDays)}d`;
  if (unit === '' || sign === '' || count.startsWith('='))
    return { ok: false, code: 'not-a-date', hint: meant };
  if (days > mostDays) return { ok: false, code: 'too-many-days', hint: meant };
  return { ok: true, value: { kind: sign === '<' ? 'within-days' : 'beyond-days', days } };
}

function readRange([low = '', high = '']: readonly string[]): Reading<DateFilter> {
  const first = low === '' ? undefined : readSpan(low);
  const last = high === '' ? undefined : readSpan(high);
  const wrong = [first, last].find((end) => end?.ok === false);
  if (wrong?.ok === false) {
    const [from = '', until = ''] = [first, last].map((end, index) =>
      end?.ok === false ? end.hint : index === 0 ? low : high,
    );
    return wrong.hint === undefined ? wrong : { ok: false, code: wrong.code, hint: `${from}..${until}` };
  }
  const from = first?.ok === true ? first.span.from : undefined;
  const until = last?.ok === true ? last.span.until : undefined;
  if (isReversed({ from, until })) return { ok: false, code: 'reversed', hint: `${high}..${low}` };
  return { ok: true, value: between(from, until) };
}

/** True for two days that stand the wrong way round; written like this, days sort as text. */
export function isReversed(days: {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}): boolean {
  return days.from !== undefined && days.until !== undefined && days.from > days.until;
}

function readComparison(text: string): Reading<DateFilter> {
  const [, sign = '', date = text] = /^(>=|<=|>|<)(.*)$/s.exec(text) ?? [];
  if (date === '') return { ok: false, code: 'value-missing' };
  const read = readSpan(date);
  if (!read.ok) {
    const hint = read.hint === undefined ? nearest(text, dateWords) : sign + read.hint;
    return { ok: false, code: read.code, ...(hint === undefined ? {} : { hint }) };
  }
  const { from, until } = read.span;
  if (sign === '') return { ok: true, value: between(from, until) };
  if (sign === '>=') return { ok: true, value: between(from, undefined) };
  if (sign === '<=') return { ok: true, value: between(undefined, until) };
  const shifted = sign === '>' ? shiftDay(until, 1) : shiftDay(from, -1);
  if (shifted === undefined) return { ok: false, code: 'impossible-date' };
  return { ok: true, value: sign === '>' ? between(shifted, undefined) : between(undefined, shifted) };
}
