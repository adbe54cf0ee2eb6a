import type { BusinessDays } from '#domain/business-days';
import { instantOf, localDay, localOf, type ExpiryChange } from '#domain/expiry';
import type { Instant } from '#domain/instant';
import { toAsciiNumber } from '#domain/money';

/** Which month's end is meant, seen from the month a link expires in. */
export const monthChoices = ['this', 'next', 'later'] as const;
export type MonthChoice = (typeof monthChoices)[number];

/** What stands in the form: every way of saying it is kept while the user goes from one to the other. Numbers are as typed. */
export interface ExpiryDraft {
  readonly mode: ExpiryChange['kind'];
  readonly at: Instant | undefined;
  readonly count: string;
  readonly unit: 'days' | 'weeks';
  readonly month: MonthChoice;
  readonly monthsLater: string;
  /** What would fall on a weekend or a holiday is put off to the next business day. */
  readonly isPutOff: boolean;
}

/** As far as a link can be moved at once. */
const most = { days: 3660, weeks: 522, months: 120 } as const;
/** Offered as quick choices. */
export const usualDays = [7, 14, 30] as const;

export type ExpiryProblem =
  | { readonly kind: 'at-missing' }
  | { readonly kind: 'at-past' }
  | { readonly kind: 'not-whole'; readonly max: number };

export type ReadExpiry =
  | { readonly ok: true; readonly expiry: ExpiryChange }
  | { readonly ok: false; readonly problem: ExpiryProblem };

export interface ExpiryContext {
  readonly now: Instant;
  /** In which days and months are counted. */
  readonly zone: string;
  readonly businessDays: BusinessDays;
}

/** The last minute of a local day: fields show minutes, so seconds would be sent unseen. */
function endOfDay(day: Instant, zone: string): Instant {
  return instantOf({ date: localOf(day, zone).date, time: '23:59', zone });
}

/** The end of the day `days` after the one of `now`. */
export function endOfDayIn(days: number, now: Instant, zone: string): Instant {
  return endOfDay(localDay(now, zone, days).start, zone);
}

/** The end of the last day of the month of `now`. */
export function endOfMonth(now: Instant, zone: string): Instant {
  const [year = 0, month = 0] = localOf(now, zone).date.split('-').map(Number);
  // Day 0 of the next month is the last of this one.
  const lastDay = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return instantOf({ date: lastDay, time: '23:59', zone });
}

/** A form to begin with: the end of the day in a week. */
export function firstExpiryDraft(now: Instant, zone: string): ExpiryDraft {
  return {
    mode: 'absolute',
    at: endOfDayIn(7, now, zone),
    count: '7',
    unit: 'days',
    month: 'this',
    monthsLater: '2',
    isPutOff: false,
  };
}

/** Reads a whole number, in any digits; undefined unless 1 to `max`. */
function parseCount(text: string, max: number): number | undefined {
  const ascii = toAsciiNumber(text);
  if (!/^\d{1,4}$/.test(ascii)) return undefined;
  const count = Number(ascii);
  return count >= 1 && count <= max ? count : undefined;
}

const notWhole = (max: number): ReadExpiry => ({ ok: false, problem: { kind: 'not-whole', max } });

/** The change of expiry a form asks for, or what is wrong with it. */
export function readExpiry(draft: ExpiryDraft, { now, zone, businessDays }: ExpiryContext): ReadExpiry {
  const moved = { zone, ...(draft.isPutOff ? { businessDays } : {}) };
  switch (draft.mode) {
    case 'absolute': {
      const { at } = draft;
      if (at === undefined) return { ok: false, problem: { kind: 'at-missing' } };
      if (at <= now) return { ok: false, problem: { kind: 'at-past' } };
      return { ok: true, expiry: { kind: 'absolute', at } };
    }
    case 'plus-days': {
      const count = parseCount(draft.count, most[draft.unit]);
      if (count === undefined) return notWhole(most[draft.unit]);
      const days = draft.unit === 'weeks' ? count * 7 : count;
      return { ok: true, expiry: { kind: 'plus-days', days, ...moved } };
    }
    case 'month-end': {
      const months = monthsOf(draft);
      if (months === undefined) return notWhole(most.months);
      return { ok: true, expiry: { kind: 'month-end', months, ...moved } };
    }
    case 'business-day':
      return { ok: true, expiry: { kind: 'business-day', zone, businessDays } };
  }
}

function monthsOf({ month, monthsLater }: ExpiryDraft): number | undefined {
  if (month === 'later') return parseCount(monthsLater, most.months);
  return month === 'this' ? 0 : 1;
}
