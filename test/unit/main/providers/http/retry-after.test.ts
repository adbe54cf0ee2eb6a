import { expect, it } from 'vitest';
import { parseRetryAfter } from '../../../../../main/providers/http/retry-after';

const now = Date.parse('2026-11-20T12:00:00Z');

it.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
  ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
  [null, undefined],
  ['', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  ['2026-11-20', undefined],
  ['9999999999', undefined],
])('reads %s as %s milliseconds', (header, expected) => {
  expect(parseRetryAfter(header, now)).toBe(expected);
});
