import { Temporal } from 'temporal-polyfill';
import { instantOf } from '#domain/expiry';
import type { Instant } from '#domain/instant';

const DAY_MS = 86_400_000;
const YEAR_MS = 366 * DAY_MS;
const DATES_KEPT = 5_000;

/** A stretch of time in which a zone keeps one offset: from `from` up to before `until`. */
interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
  readonly offsetMs: number;
  /** How a text of it ends, by its second: `:05+03:00`. */
  readonly endings: readonly string[];
}

/** Converts between instants and the wall clock of one zone, hundreds of times faster than asking Temporal for each. */
export interface ZoneClock {
  /** `2026-11-20T18:04:05+03:00`: the zone's wall clock with its offset, whole seconds. */
  format(at: Instant): string;
  /** The wall clock reading as if it were UTC, whole seconds. */
  toWall(at: Instant): number;
  /**
   * The instant of a wall clock reading given as if it were UTC. Gaps and overlaps as in `instantOf` of the domain: later
   * reading of a gap, earlier one of an overlap.
   */
  toInstant(wallMs: number): Instant;
}

const twoDigits = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

/** `T18:04`, by the minute of the day. */
const minutesOfDay = Array.from(
  { length: 1440 },
  (_, minute) => `T${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
);

function two(value: number): string {
  return twoDigits[value] ?? String(value);
}

function labelOf(offsetMinutes: number): string {
  const minutes = Math.abs(offsetMinutes);
  return `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Writes days since 1970 as `YYYY-MM-DD`; the days of a file are few. */
function createDateWriter(): (day: number) => string {
  const dates = new Map<number, string>();
  return (day) => {
    const known = dates.get(day);
    if (known !== undefined) return known;
    if (dates.size === DATES_KEPT) dates.clear();
    const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    dates.set(day, date);
    return date;
  };
}

function findStretch(at: Instant, zone: string): Stretch {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const next = zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity;
  const last =
    zoned.add({ milliseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity;
  // Offsets before standard time have seconds, which the text form has no place for: the wall clock then follows the rounded
  // offset, so that the text still names the right instant.
  const minutes = Math.round(zoned.offsetNanoseconds / 60e9);
  return {
    from: Math.max(last, at - YEAR_MS),
    until: Math.min(next, at + YEAR_MS),
    offsetMs: minutes * 60_000,
    endings: twoDigits.map((second) => `:${second}${labelOf(minutes)}`),
  };
}

/** A clock for one zone; it remembers the offsets it met, so keep it for a whole file. Throws RangeError for an unknown zone. */
export function createZoneClock(zone: string): ZoneClock {
  const dateOf = createDateWriter();
  const stretches: Stretch[] = [];
  let latest = findStretch(0, zone);

  function stretchAt(at: Instant): Stretch {
    if (at >= latest.from && at < latest.until) return latest;
    let found = stretches.find((one) => at >= one.from && at < one.until);
    if (found === undefined) {
      found = findStretch(at, zone);
      stretches.push(found);
    }
    latest = found;
    return found;
  }

  return {
    toWall: (at) => Math.floor((at + stretchAt(at).offsetMs) / 1000) * 1000,
    format(at) {
      const { offsetMs, endings } = stretchAt(at);
      const wallMs = at + offsetMs;
      const day = Math.floor(wallMs / DAY_MS);
      const second = Math.floor((wallMs - day * DAY_MS) / 1000);
      const minute = Math.floor(second / 60);
      return dateOf(day) + (minutesOfDay[minute] ?? '') + (endings[second % 60] ?? '');
    },
    toInstant(wallMs) {
      const stretch = stretchAt(wallMs);
      const isFarFromChange = wallMs - stretch.from > 2 * DAY_MS && stretch.until - wallMs > 2 * DAY_MS;
      // No zone is a day from UTC, so two days inside a stretch its offset is certain. Standard time has whole minutes.
      if (isFarFromChange && wallMs > 0) return wallMs - stretch.offsetMs;
      const wall = new Date(wallMs).toISOString();
      return instantOf({ date: wall.slice(0, 10), time: wall.slice(11, 19), zone });
    },
  };
}
