/** A point in time: whole milliseconds since 1970-01-01T00:00:00Z. A zone is named only where a person or a file speaks local time. */
export type Instant = number;

const isoInstant = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads an ISO 8601 instant with `Z` or a numeric offset; undefined for anything else, impossible dates included.
 *
 * APS answers `2025-12-27T06:55:42Z` and takes `2025-12-27T09:55:42+03:00` (manage and generate pages of its docs).
 */
export function parseInstant(text: string): Instant | undefined {
  const match = isoInstant.exec(text);
  if (match === null) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) return undefined;
  // Date.parse rolls 31 February over to March: the date must survive the round trip.
  const wallClock = text.slice(0, 10);
  const midnight = new Date(`${wallClock}T00:00:00Z`);
  return midnight.toISOString().startsWith(wallClock) ? at : undefined;
}

/** Writes an instant as ISO 8601 in UTC, whole seconds: `2026-11-20T15:04:05Z`. */
export function formatInstant(at: Instant): string {
  return `${new Date(Math.floor(at / 1000) * 1000).toISOString().slice(0, 19)}Z`;
}
