import { fromAbsolute, type ZonedDateTime } from '@internationalized/date';

/** An instant as the wall clock of a zone shows it, for date-time fields. */
export function toZoned(at: number, timeZone: string): ZonedDateTime {
  return fromAbsolute(at, timeZone);
}

/** The instant of a wall-clock time, with seconds dropped: fields show minutes, and what is not shown must not be sent. */
export function fromZoned(value: ZonedDateTime): number {
  return value.set({ second: 0, millisecond: 0 }).toDate().getTime();
}

/** Midnight that begins the day of `now` in a zone: what a still empty field starts from. */
export function startOfDay(now: number, timeZone: string): ZonedDateTime {
  return fromAbsolute(now, timeZone).set({ hour: 0, minute: 0, second: 0, millisecond: 0 });
}
