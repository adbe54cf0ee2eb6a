const DAY_MS = 86_400_000;
/** 1899-12-30: from March 1900 on serial numbers count from here. */
const EPOCH_1900_MS = Date.UTC(1899, 11, 30);
const EPOCH_1904_MS = Date.UTC(1904, 0, 1);
/** Excel's 1900 has a 29 February, day 60: the days before it are one further from the epoch. */
const FALSE_LEAP_DAY = 60;
/** 31 December 9999, the last day Excel shows. */
const LAST_DAY_1900 = 2_958_465;

export type DateSystem = '1900' | '1904';

/** The wall clock of a serial number as if it were UTC; undefined for one that Excel shows as no date. */
function wallClockOf(serial: number, system: DateSystem): number | undefined {
  if (!(serial >= 0) || serial >= LAST_DAY_1900 + 1) return undefined;
  // A day's fractions are not exact: without the rounding 18:04:05 becomes 18:04:04.999999.
  const ms = Math.round(serial * DAY_MS);
  if (system === '1904') return EPOCH_1904_MS + ms;
  const day = Math.floor(ms / DAY_MS);
  if (day === FALSE_LEAP_DAY) return undefined;
  return EPOCH_1900_MS + ms + (day < FALSE_LEAP_DAY ? DAY_MS : 0);
}

/**
 * The text of a date cell, in an order that no reader can mistake: `2026-11-20T18:04:05`, `2026-11-20` where the cell shows a date
 * alone, `18:04:05` where it shows a time of day. Fractions of a second are left out, as in every file of ours.
 */
export function textOfSerial(
  serial: number,
  kind: 'date' | 'date-time' | 'time',
  system: DateSystem,
): string | undefined {
  const wallMs = wallClockOf(serial, system);
  if (wallMs === undefined) return undefined;
  const iso = new Date(wallMs).toISOString();
  if (kind === 'time' && serial < 1) return iso.slice(11, 19);
  return kind === 'date' && wallMs % DAY_MS === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}
