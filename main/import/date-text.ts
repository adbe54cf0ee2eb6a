import { monthOf } from './month-names';

/** A date as it stands in a file. Of one in figures it is open which of the first two is the day. */
export type DateParts =
  | { readonly kind: 'known'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: 'figures'; readonly year: number; readonly first: number; readonly second: number };

export interface DateText {
  readonly date: DateParts;
  /** Milliseconds since midnight; absent of a date alone. */
  readonly timeMs?: number;
  /** Absent where the text names no zone. */
  readonly offsetMs?: number;
}

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const inFigures = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const dayAndName =
  /^(\d{1,2})[-\s/.]+(\p{L}[\p{L}\p{M}]*(?: \p{L}[\p{L}\p{M}]*)?)[-\s/.,]+(\d{4}|\d{2})(?!\d)/u;
const nameAndDay = /^(\p{L}[\p{L}\p{M}]*(?: \p{L}[\p{L}\p{M}]*)?)\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)/u;
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i;
const time = /^(?:t|[\s,،]+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?!\d)/i;
const halfOfDay = /^\s*(?:(a\.?m\.?|ص|صباحا|صباحًا)|(p\.?m\.?|م|مساء|مساءً))(?![\p{L}\p{M}])/iu;
const zoneName = /^\s*(?:(z|utc|gmt)|(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?)$/i;

/** Years of two figures are of this century: no payment link is older. */
function yearOf(text: string | undefined): number {
  const year = Number(text);
  return text?.length === 2 ? 2000 + year : year;
}

interface Found<T> {
  readonly value: T;
  readonly rest: string;
}

/** A date that says which of its parts is which. */
function knownDate(year: string | undefined, month: number, day: string | undefined): DateParts {
  return { kind: 'known', year: yearOf(year), month, day: Number(day) };
}

function findDate(text: string): Found<DateParts> | undefined {
  const found = (match: RegExpExecArray, value: DateParts) => ({ value, rest: text.slice(match[0].length) });
  const iso = yearFirst.exec(text);
  if (iso !== null) return found(iso, knownDate(iso[1], Number(iso[3]), iso[4]));
  const figures = inFigures.exec(text);
  if (figures !== null) {
    const [first, second] = [Number(figures[1]), Number(figures[3])];
    return found(figures, { kind: 'figures', year: yearOf(figures[4]), first, second });
  }
  const named = dayAndName.exec(text);
  const month = monthOf(named?.[2] ?? '');
  if (named !== null && month !== undefined) return found(named, knownDate(named[3], month, named[1]));
  const nameFirst = nameAndDay.exec(text);
  const firstMonth = monthOf(nameFirst?.[1] ?? '');
  if (nameFirst === null || firstMonth === undefined) return undefined;
  return found(nameFirst, knownDate(nameFirst[3], firstMonth, nameFirst[2]));
}

/** The time of day at the start of a text, with its half of the day; undefined for one that no clock shows. */
function findTime(text: string): Found<number> | undefined {
  const match = time.exec(text);
  if (match === null) return undefined;
  const [all, hours, minutes, seconds = '0', fraction = '0'] = match;
  const rest = text.slice(all.length);
  const half = halfOfDay.exec(rest);
  let hour = Number(hours);
  if (half !== null) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half[2] === undefined ? 0 : 12);
  }
  const [minute, second] = [Number(minutes), Number(seconds)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const milliseconds = Math.floor(Number(`0.${fraction}`) * 1000);
  const value = ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
  return { value, rest: rest.slice(half?.[0].length ?? 0) };
}

/** The offset from UTC that a text names; undefined for one that no zone has. */
function offsetOf(text: string): number | undefined {
  const match = zoneName.exec(text);
  if (match === null) return undefined;
  if (match[1] !== undefined) return 0;
  const minutes = Number(match[3]) * 60 + Number(match[4] ?? 0);
  if (minutes > 18 * 60) return undefined;
  return (match[2] === '-' ? -minutes : minutes) * 60_000;
}

/**
 * Reads a date, alone or with a time of day and a zone, in the forms that exports and people write: `2026-11-20T18:04:05+03:00`,
 * `20/11/2026 6:04 PM`, `20-Nov-2026`, `November 20, 2026`, `20 نوفمبر 2026 6:04 م`. Digits are ASCII. Undefined for anything else.
 */
export function readDateText(text: string): DateText | undefined {
  const date = findDate(text.replace(weekday, ''));
  if (date === undefined) return undefined;
  if (date.rest.trim() === '') return { date: date.value };
  const timeOfDay = findTime(date.rest);
  if (timeOfDay === undefined) return undefined;
  const told = { date: date.value, timeMs: timeOfDay.value };
  if (timeOfDay.rest.trim() === '') return told;
  const offsetMs = offsetOf(timeOfDay.rest);
  return offsetMs === undefined ? undefined : { ...told, offsetMs };
}
