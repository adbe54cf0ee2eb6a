import { Temporal } from 'temporal-polyfill';
import { toBusinessDay, type BusinessDays } from './business-days';
import type { Instant } from './instant';

/** A local date and time in a named zone, as a person or a file speaks of it. */
export interface LocalDateTime {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:mm` or `HH:mm:ss` */
  readonly time: string;
  /** IANA name, e.g. `Asia/Kuwait`. */
  readonly zone: string;
}

/** True for a zone name this runtime knows. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant of a local date-time. In a spring gap the later reading is taken, in an autumn overlap the earlier one
 * (Temporal's `compatible`). Throws RangeError for an impossible date, time or zone.
 */
export function instantOf(local: LocalDateTime): Instant {
  return Temporal.PlainDateTime.from(`${local.date}T${local.time}`, { overflow: 'reject' }).toZonedDateTime(
    local.zone,
  ).epochMilliseconds;
}

/** The local date-time of an instant in a zone, whole seconds. */
export function localOf(at: Instant, zone: string): LocalDateTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return {
    date: zoned.toPlainDate().toString(),
    time: zoned.toPlainTime().toString({ smallestUnit: 'second' }),
    zone,
  };
}

/**
 * Writes an instant as APS takes it, `YYYY-MM-DDTHH:mm:ss+HH:MM`: exactly 25 characters, no fraction, no `Z`
 * (documented extra characters are `+ : -` only). The wall clock is converted to the zone, never relabelled.
 */
export function formatWithOffset(at: Instant, zone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return `${zoned.toPlainDateTime().toString({ smallestUnit: 'second' })}${zoned.offset}`;
}

/**
 * A new expiry as the user words it: the same moment for all, or each link's own moment moved in local time, which keeps the
 * hour on the clock. `businessDays` then puts off what would fall on a weekend or a holiday to the next business day.
 */
export type ExpiryChange =
  | { readonly kind: 'absolute'; readonly at: Instant }
  | {
      readonly kind: 'plus-days';
      readonly days: number;
      readonly zone: string;
      readonly businessDays?: BusinessDays;
    }
  /** The last day, 23:59, of the month that lies so many months after the one the link expires in; never sooner than it does. */
  | {
      readonly kind: 'month-end';
      readonly months: number;
      readonly zone: string;
      readonly businessDays?: BusinessDays;
    }
  /** Moves only links that expire on a weekend or a holiday. */
  | { readonly kind: 'business-day'; readonly zone: string; readonly businessDays: BusinessDays };

/** The new expiry of one link, or undefined when the change needs a present expiry and the link has none. */
export function nextExpiry(change: ExpiryChange, expiresAt: Instant | undefined): Instant | undefined {
  if (change.kind === 'absolute') return change.at;
  if (expiresAt === undefined) return undefined;
  const from = Temporal.Instant.fromEpochMilliseconds(expiresAt).toZonedDateTimeISO(change.zone);
  const moved = move(change, from);
  if (change.businessDays === undefined) return moved.epochMilliseconds;
  const clock = change.kind === 'month-end' ? lastMinute : from.toPlainTime();
  return toBusinessDay(moved, clock, change.businessDays).epochMilliseconds;
}

const lastMinute = Temporal.PlainTime.from('23:59');

function move(
  change: Exclude<ExpiryChange, { kind: 'absolute' }>,
  from: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime {
  switch (change.kind) {
    case 'plus-days':
      return from.add({ days: change.days });
    case 'month-end': {
      const month = from.toPlainDate().toPlainYearMonth().add({ months: change.months });
      const lastDay = month.toPlainDate({ day: month.daysInMonth });
      // Where clocks are turned back at that midnight the last minute comes twice; the month ends with the second.
      const end = lastDay
        .toPlainDateTime(lastMinute)
        .toZonedDateTime(change.zone, { disambiguation: 'later' });
      // A link that expires within the last minute expires at the end of its month already.
      return Temporal.ZonedDateTime.compare(end, from) < 0 ? from : end;
    }
    case 'business-day':
      return from;
  }
}

/** The first and the last instant of the local day, `days` after the day of `now`, in a zone. */
export function localDay(now: Instant, zone: string, days: number): { start: Instant; end: Instant } {
  const day = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days });
  const start = day.toZonedDateTime(zone).epochMilliseconds;
  return { start, end: day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1 };
}
