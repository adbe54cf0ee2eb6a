import { describe, expect, it } from 'vitest';
import { createZoneClock } from '../../../../main/files/zone-clock';
import { readInstant, type DateReading } from '../../../../main/import/local-time';

const kuwait: DateReading = { clock: createZoneClock('Asia/Kuwait'), order: 'dmy', dayMeans: 'start' };
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
    '2026/11/20 18:04:05',
    '20/11/2026 18:04:05',
    '20.11.2026, 18:04:05',
    '20-11-26 6:04:05 PM',
    '٢٠/١١/٢٠٢٦ ٦:٠٤:٠٥ م',
    '20-Nov-2026 18:04:05',
    'Fri, 20 Nov 2026 15:04:05 GMT',
    'November 20, 2026 6:04:05 p.m.',
    '20 نوفمبر 2026 6:04:05 مساءً',
    '20 تشرين الثاني 2026، 18:04:05',
    '2026-11-20T18:04:05.999+0300',
    '2026-11-20 18:04:05 +3',
    '2026-11-20 18:04:05 UTC+3',
  ])('reads %j', (text) => {
    const read = readInstant(text, kuwait);
    expect(read === undefined ? undefined : Math.floor(read / 1000) * 1000).toBe(at);
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
    '2026-11-20T10:00:00+19:00',
    '2026-11-20 13:00 PM',
    '2026-11-20 0:30 AM',
    '2026-11-20 10',
    '11/20/2026',
    '20 Smarch 2026',
    '2026-13-01 10:00:00',
    '2026-00-10 10:00:00',
    '2026-11-00 10:00:00',
    '2026-11-20 24:00:00',
    '2026-11-20 10:60:00',
    '2026-11-20 10:00:60',
    '0000-01-01 00:00:00',
    'tomorrow',
    '',
  ])('refuses %j', (text) => {
    expect(readInstant(text, kuwait)).toBeUndefined();
  });

  it.each([
    ['dmy', Date.UTC(2026, 3, 2, 21)],
    ['mdy', Date.UTC(2026, 2, 3, 21)],
    ['ymd', undefined],
  ] as const)('reads 03/04/2026 under %s', (order, expected) => {
    expect(readInstant('03/04/2026', { ...kuwait, order })).toBe(expected);
  });

  it('lets a day alone begin or end, as it is asked', () => {
    expect(readInstant('2026-11-20', kuwait)).toBe(Date.UTC(2026, 10, 19, 21));
    expect(readInstant('2026-11-20', { ...kuwait, dayMeans: 'end' })).toBe(
      Date.UTC(2026, 10, 20, 20, 59, 59),
    );
    expect(readInstant('2026-11-20 18:04:05', { ...kuwait, dayMeans: 'end' })).toBe(at);
  });

  it.each([
    ['12:30 AM', 0, 30],
    ['12:30 PM', 12, 30],
    ['1:05 ص', 1, 5],
    ['11:59 م', 23, 59],
  ])('reads %s on the clock of twelve hours', (time, hour, minute) => {
    expect(readInstant(`2026-11-20 ${time}`, kuwait)).toBe(Date.UTC(2026, 10, 20, hour - 3, minute));
  });
});
