const DAY_MS = 86_400_000;
/** Days from 1899-12-30, where Excel counts from, to 1970-01-01. */
const EPOCH_DAYS = 25_569;
/** 1900-03-01: Excel's days before it are one off, because its 1900 has a 29 February. */
const FIRST_DAY = 61;
/** 31 December 9999. */
const LAST_DAY = 2_958_465;

/**
 * The number under which Excel shows a wall clock reading (milliseconds as if it were UTC) as a date; undefined for one that Excel
 * cannot show.
 */
export function excelSerial(wallMs: number): number | undefined {
  const serial = wallMs / DAY_MS + EPOCH_DAYS;
  return serial >= FIRST_DAY && serial < LAST_DAY + 1 ? serial : undefined;
}
