import { instantOf, localDay, localOf, type ExpiryChange } from '#domain/expiry';
import type { Instant } from '#domain/instant';
import { toAsciiNumber } from '#domain/money';

/** What stands in the form: both ways of saying it are kept while the user goes from one to the other. */
export interface ExpiryDraft {
  readonly mode: ExpiryChange['kind'];
  readonly at: Instant | undefined;
  /** As typed. */
  readonly days: string;
}

export const maxDays = 3660;
/** Offered as quick choices. */
export const usualDays = [7, 14, 30] as const;

export type DraftProblem = 'at-missing' | 'at-past' | 'days-unreadable';

export type ReadDraft =
  | { readonly ok: true; readonly change: ExpiryChange }
  | { readonly ok: false; readonly problem: DraftProblem };

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
export function firstDraft(now: Instant, zone: string): ExpiryDraft {
  return { mode: 'absolute', at: endOfDayIn(7, now, zone), days: '7' };
}

/** Reads whole days, in any digits; undefined unless 1 to `maxDays`. */
function parseDays(text: string): number | undefined {
  const ascii = toAsciiNumber(text);
  if (!/^\d{1,4}$/.test(ascii)) return undefined;
  const days = Number(ascii);
  return days >= 1 && days <= maxDays ? days : undefined;
}

/** The change a form asks for, or what is wrong with it. */
export function readDraft(draft: ExpiryDraft, now: Instant, zone: string): ReadDraft {
  if (draft.mode === 'plus-days') {
    const days = parseDays(draft.days);
    return days === undefined
      ? { ok: false, problem: 'days-unreadable' }
      : { ok: true, change: { kind: 'plus-days', days, zone } };
  }
  if (draft.at === undefined) return { ok: false, problem: 'at-missing' };
  return draft.at <= now
    ? { ok: false, problem: 'at-past' }
    : { ok: true, change: { kind: 'absolute', at: draft.at } };
}
