import { Temporal } from 'temporal-polyfill';

/** The two weekends of the countries this desk is used in. */
export const weekends = ['fri-sat', 'sat-sun'] as const;
export type Weekend = (typeof weekends)[number];

/** Which days are no business days. */
export interface BusinessDays {
  readonly weekend: Weekend;
  /** Local dates, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

/** ISO numbers, Monday is 1. */
const daysOff: Readonly<Record<Weekend, readonly number[]>> = { 'fri-sat': [5, 6], 'sat-sun': [6, 7] };

/** True for a real local date as holidays are written. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** A holiday list can only be so long, so a next business day always comes. */
export const mostHolidays = 366;

/**
 * The given moment, or the first business day after it, there at the hour `clock`: an hour that a clock change skips on the way is
 * the later one on its own day alone.
 */
export function toBusinessDay(
  from: Temporal.ZonedDateTime,
  clock: Temporal.PlainTime,
  { weekend, holidays }: BusinessDays,
): Temporal.ZonedDateTime {
  const isOff = (day: Temporal.ZonedDateTime) =>
    daysOff[weekend].includes(day.dayOfWeek) || holidays.includes(day.toPlainDate().toString());
  const first = from.toPlainDate();
  let day = from;
  for (let days = 1; isOff(day); days += 1) {
    day = first.add({ days }).toZonedDateTime({ timeZone: from.timeZoneId, plainTime: clock });
  }
  return day;
}
