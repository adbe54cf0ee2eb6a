/** Whole local days, both inside, `YYYY-MM-DD`. */
export interface DaySpan {
  readonly from: string;
  readonly until: string;
}

export type ReadSpan =
  | { readonly ok: true; readonly span: DaySpan }
  | { readonly ok: false; readonly code: 'not-a-date' | 'impossible-date'; readonly hint?: string };

/** Reads a day, a month or a year: `2026-10-05`, `2026-10`, `2026`. */
export function readSpan(text: string): ReadSpan {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (found === null) {
    const hint = isoOf(text);
    return { ok: false, code: 'not-a-date', ...(hint === undefined ? {} : { hint }) };
  }
  const [, year = '', month, day] = found;
  if (month === undefined) return { ok: true, span: { from: `${year}-01-01`, until: `${year}-12-31` } };
  if (Number(month) < 1 || Number(month) > 12) return { ok: false, code: 'impossible-date' };
  const last = String(daysIn(Number(year), Number(month)));
  if (day === undefined) {
    return { ok: true, span: { from: `${year}-${month}-01`, until: `${year}-${month}-${last}` } };
  }
  if (Number(day) < 1) return { ok: false, code: 'impossible-date', hint: `${year}-${month}-01` };
  if (Number(day) > Number(last))
    return { ok: false, code: 'impossible-date', hint: `${year}-${month}-${last}` };
  return { ok: true, span: { from: text, until: text } };
}

/** Writes days in their shortest form: a whole year or month by its name. */
export function writeSpan({ from, until }: DaySpan): string {
  if (from === until) return from;
  const whole = [from.slice(0, 4), from.slice(0, 7)].find((name) => {
    const read = readSpan(name);
    return read.ok && read.span.from === from && read.span.until === until;
  });
  return whole ?? `${from}..${until}`;
}

/** The day so many days later; undefined beyond the years of four digits. */
export function shiftDay(day: string, by: 1 | -1): string | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = daysIn(year, month);
  if (date + by >= 1 && date + by <= last) return dayOf(year, month, date + by);
  const months = year * 12 + (month - 1) + by;
  const [nextYear, nextMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  if (nextYear < 0 || nextYear > 9999) return undefined;
  return dayOf(nextYear, nextMonth, by === 1 ? 1 : daysIn(nextYear, nextMonth));
}

/** The date in the one form of the language, where no reading of it is a guess: `5/10/2026` could be two days. */
function isoOf(text: string): string | undefined {
  const parts = text.split(/[-/.]/);
  if (parts.length !== 3 || !parts.every((part) => /^(\d{1,2}|\d{4})$/.test(part))) return undefined;
  const [first = 0, second = 0, third = 0] = parts.map(Number);
  const [a = '', b = '', c = ''] = parts;
  if (a.length === 4 && b.length < 3 && c.length < 3) return ifPossible(first, second, third);
  if (c.length !== 4 || a.length > 2 || b.length > 2) return undefined;
  if (first > 12 || first === second) return ifPossible(third, second, first);
  return second > 12 ? ifPossible(third, first, second) : undefined;
}

function ifPossible(year: number, month: number, date: number): string | undefined {
  const isPossible = month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month);
  return isPossible ? dayOf(year, month, date) : undefined;
}

function dayOf(year: number, month: number, date: number): string {
  return [String(year).padStart(4, '0'), ...[month, date].map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
}

/** `Date.UTC` reads the years below 100 as those of the twentieth century. */
function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
