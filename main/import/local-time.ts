import { parseInstant } from '#domain/instant';
import type { Instant } from '#domain/instant';
import { toAsciiNumber } from '#domain/money';
import type { ZoneClock } from '../files/zone-clock';

// Date, time, and perhaps an offset from UTC.
const dateTime = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?(?:(Z)|([+-])(\d{2}):(\d{2}))?$/;

function numberAt(match: RegExpExecArray, index: number): number {
  return Number(match[index] ?? 0);
}

/** The wall clock reading as if it were UTC; undefined for one that no clock shows. */
function wallClockOf(match: RegExpExecArray): number | undefined {
  const [year, month, day] = [numberAt(match, 1), numberAt(match, 2), numberAt(match, 3)];
  const [hour, minute, second] = [numberAt(match, 4), numberAt(match, 5), numberAt(match, 6)];
  if (hour > 23 || minute > 59 || second > 59 || year < 1000) return undefined;
  const wallMs = Date.UTC(year, month - 1, day, hour, minute, second);
  // Date.UTC rolls 31 February over to March.
  const wall = new Date(wallMs);
  return wall.getUTCMonth() === month - 1 && wall.getUTCDate() === day ? wallMs : undefined;
}

/** The offset from UTC that the text names; undefined when it names none. */
function offsetOf(match: RegExpExecArray): number | undefined {
  if (match[7] === 'Z') return 0;
  if (match[8] === undefined) return undefined;
  const minutes = numberAt(match, 9) * 60 + numberAt(match, 10);
  return (match[8] === '-' ? -minutes : minutes) * 60_000;
}

/**
 * Reads `YYYY-MM-DD HH:mm[:ss]` on the zone's wall clock, as the APS dashboard prints it, or an ISO instant with `Z` or an offset.
 * Undefined for anything else, impossible dates included.
 */
export function readInstant(text: string, clock: ZoneClock): Instant | undefined {
  const match = dateTime.exec(text) ?? dateTime.exec(toAsciiNumber(text));
  if (match === null) return parseInstant(toAsciiNumber(text));
  const wallMs = wallClockOf(match);
  if (wallMs === undefined) return undefined;
  const offsetMs = offsetOf(match);
  return offsetMs === undefined ? clock.toInstant(wallMs) : wallMs - offsetMs;
}
