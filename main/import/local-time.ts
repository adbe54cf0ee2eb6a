import type { DateOrder } from '#domain/import-reading';
import type { Instant } from '#domain/instant';
import { toAsciiNumber } from '#domain/money';
import type { ZoneClock } from '../files/zone-clock';
import { readDateText, type DateParts } from './date-text';

// What exports write by far the most: date, time, and perhaps an offset from UTC.
const dateTime = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})(?:(Z)|([+-])(0\d|1[0-7]):([0-5]\d))?$/;

const DAY_MS = 86_400_000;
const LAST_SECOND_MS = DAY_MS - 1000;

/** How the dates of a file are read. */
export interface DateReading {
  readonly clock: ZoneClock;
  readonly order: DateOrder;
  /** What a date alone means: a link expires when its last day is over; everything else begins with the day. */
  readonly dayMeans: 'start' | 'end';
}

/** Midnight of a date as if it were UTC; undefined for one that no calendar has. */
function midnightOf(year: number, month: number, day: number): number | undefined {
  if (year < 1000) return undefined;
  const midnight = Date.UTC(year, month - 1, day);
  // Date.UTC rolls 31 February over to March.
  const date = new Date(midnight);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? midnight : undefined;
}

function partsToMidnight(date: DateParts, order: DateOrder): number | undefined {
  if (date.kind === 'known') return midnightOf(date.year, date.month, date.day);
  const { year, first, second } = date;
  if (order === 'dmy') return midnightOf(year, second, first);
  return order === 'mdy' ? midnightOf(year, first, second) : undefined;
}

function numberAt(match: RegExpExecArray, index: number): number {
  return Number(match[index] ?? 0);
}

function readUsual(match: RegExpExecArray, clock: ZoneClock): Instant | undefined {
  const midnight = midnightOf(numberAt(match, 1), numberAt(match, 2), numberAt(match, 3));
  const [hour, minute, second] = [numberAt(match, 4), numberAt(match, 5), numberAt(match, 6)];
  if (midnight === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const wallMs = midnight + ((hour * 60 + minute) * 60 + second) * 1000;
  if (match[7] === undefined && match[8] === undefined) return clock.toInstant(wallMs);
  const offsetMinutes = numberAt(match, 9) * 60 + numberAt(match, 10);
  return wallMs - (match[8] === '-' ? -offsetMinutes : offsetMinutes) * 60_000;
}

/**
 * Reads a date in any form of {@link readDateText}, in digits of any script; on the zone's wall clock where it names no zone.
 * Undefined for anything else, impossible dates included, and for a date in figures under an order that begins with the year.
 */
export function readInstant(text: string, { clock, order, dayMeans }: DateReading): Instant | undefined {
  const usual = dateTime.exec(text);
  if (usual !== null) return readUsual(usual, clock);
  const told = readDateText(toAsciiNumber(text));
  if (told === undefined) return undefined;
  const midnight = partsToMidnight(told.date, order);
  if (midnight === undefined) return undefined;
  const wallMs = midnight + (told.timeMs ?? (dayMeans === 'end' ? LAST_SECOND_MS : 0));
  return told.offsetMs === undefined ? clock.toInstant(wallMs) : wallMs - told.offsetMs;
}
