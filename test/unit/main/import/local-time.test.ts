import { describe, expect, it } from 'vitest';
import { createZoneClock } from '../../../../main/files/zone-clock';
import { readInstant } from '../../../../main/import/local-time';

const kuwait = createZoneClock('Asia/Kuwait');
const at = Date.UTC(2026, 10, 20, 15, 4, 5);

describe('readInstant', () => {
  it.each([
    '2026-11-20 18:04:05',
    '2026-11-20T18:04:05',
    '2026-11-20T18:04:05+03:00',
    '2026-11-20T15:04:05Z',
    '2026-11-20T15:04:05.000Z',
    '2026-11-20T09:34:05-05:30',
    '٢٠٢٦-١١-٢٠ ١٨:٠٤:٠٥',
    ' \u200e2026-11-20 18:04:05 ',
  ])('reads %j', (text) => {
    expect(readInstant(text, kuwait)).toBe(at);
  });

  it('reads a time without seconds', () => {
    expect(readInstant('2026-11-20 18:04', kuwait)).toBe(at - 5000);
  });

  it('knows 29 February', () => {
    expect(readInstant('2028-02-29 00:00:00', kuwait)).toBe(Date.UTC(2028, 1, 28, 21));
  });

  it.each([
    '2026-02-29 10:00:00',
    '2026-02-31T10:00:00Z',
    '2026-02-31T10:00:00+03:00',
    '2026-11-20T10:00:00+3',
    '2026-13-01 10:00:00',
    '2026-00-10 10:00:00',
    '2026-11-00 10:00:00',
    '2026-11-20 24:00:00',
    '2026-11-20 10:60:00',
    '2026-11-20 10:00:60',
    '2026-11-20',
    '20/11/2026 10:00',
    '0000-01-01 00:00:00',
    'tomorrow',
    '',
  ])('refuses %j', (text) => {
    expect(readInstant(text, kuwait)).toBeUndefined();
  });
});
