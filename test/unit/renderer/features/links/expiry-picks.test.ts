import { describe, expect, it } from 'vitest';
import { expiryPicks, type PickContext } from '../../../../../renderer/features/links/editor/expiry-picks';

const context = (part: Partial<PickContext> = {}): PickContext => ({
  zone: 'Asia/Kuwait',
  businessDays: { weekend: 'fri-sat', holidays: [] },
  now: Date.UTC(2026, 10, 1),
  ...part,
});
/** Thursday 19 November 2026, 18:00 in Kuwait. */
const thursday = Date.UTC(2026, 10, 19, 15);

const picked = (expiresAt: number | undefined, part?: Partial<PickContext>) =>
  Object.fromEntries(
    expiryPicks(expiresAt, context(part)).map(({ id, at }) => [id, new Date(at).toISOString()]),
  );

describe('expiryPicks', () => {
  it('moves the present expiry and keeps the hour on the clock', () => {
    expect(picked(thursday)).toMatchObject({
      day: '2026-11-20T15:00:00.000Z',
      week: '2026-11-26T15:00:00.000Z',
      days30: '2026-12-19T15:00:00.000Z',
    });
    // Cairo leaves summer time on 30 October 2026: 18:00 stays 18:00.
    expect(picked(Date.UTC(2026, 9, 29, 15), { zone: 'Africa/Cairo' })['day']).toBe(
      '2026-10-30T16:00:00.000Z',
    );
  });

  it('knows the last minute of the month the link expires in', () => {
    expect(picked(thursday)['monthEnd']).toBe('2026-11-30T20:59:00.000Z');
  });

  it('goes to the next business day past the weekend of the settings and its holidays', () => {
    expect(picked(thursday)['businessDay']).toBe('2026-11-22T15:00:00.000Z');
    const businessDays = { weekend: 'sat-sun', holidays: ['2026-11-20'] } as const;
    expect(picked(thursday, { businessDays })['businessDay']).toBe('2026-11-23T15:00:00.000Z');
  });

  it('offers nothing for a link without an expiry', () => {
    expect(expiryPicks(undefined, context())).toEqual([]);
  });

  it('marks as useless what has passed and what the link has already', () => {
    const usefulOf = (expiresAt: number, now: number) =>
      expiryPicks(expiresAt, context({ now }))
        .filter(({ isUseful }) => isUseful)
        .map(({ id }) => id);
    expect(usefulOf(thursday, thursday + 8 * 86_400_000)).toEqual(['days30', 'monthEnd']);
    expect(usefulOf(Date.UTC(2026, 10, 30, 20, 59), thursday)).not.toContain('monthEnd');
  });
});
