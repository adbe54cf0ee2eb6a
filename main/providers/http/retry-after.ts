import type { Instant } from '#domain/instant';

// The form every server must send (RFC 9110, 5.6.7); the two obsolete ones are not worth reading.
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** The instant of an HTTP date, or undefined when it is absent or not readable. */
export function parseHttpDate(header: string | null): Instant | undefined {
  const text = header?.trim() ?? '';
  const at = httpDate.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** How long a Retry-After header asks to wait, in milliseconds from `now`; undefined when it is absent or not readable. */
export function parseRetryAfter(header: string | null, now: Instant): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = parseHttpDate(text);
  return at === undefined ? undefined : Math.max(0, at - now);
}
