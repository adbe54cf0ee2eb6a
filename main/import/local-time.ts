import { parseInstant } from '#domain/instant';
import type { Instant } from '#domain/instant';
import { toAsciiNumber } from '#domain/money';
import type { ZoneClock } from '../files/zone-clock';

const wallClock = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/;

/**
 * Reads `YYYY-MM-DD HH:mm[:ss]` on the zone's wall clock, as the APS dashboard prints it, or an ISO instant with `Z` or an offset.
 * Undefined for anything else, impossible dates included.
 */
export function readInstant(text: string, clock: ZoneClock): Instant | undefined {
  const ascii = toAsciiNumber(text);
  const match = wallClock.exec(ascii);
  if (match === null) return parseInstant(ascii);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  if (hour > 23 || minute > 59 || second > 59 || year < 1000) return undefined;
  const wallMs = Date.UTC(year, month - 1, day, hour, minute, second);
  // Date.UTC rolls 31 February over to March.
  const wall = new Date(wallMs);
  if (wall.getUTCMonth() !== month - 1 || wall.getUTCDate() !== day) return undefined;
  return clock.toInstant(wallMs);
}
