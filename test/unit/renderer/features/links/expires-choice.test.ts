import { describe, expect, it } from 'vitest';
import {
  betweenDays,
  choiceOf,
  daysOf,
  expiresChoices,
  expiresOf,
} from '../../../../../renderer/features/links/filters/expires-choice';

describe('the expiry filter', () => {
  it('reads every choice back from the filter it made', () => {
    for (const choice of expiresChoices) expect(choiceOf(expiresOf(choice))).toBe(choice);
  });

  it('marks no choice for a number of days it does not offer', () => {
    expect(choiceOf({ kind: 'within-days', days: 14 })).toBeUndefined();
  });

  it('takes whole local days, the last one to its end', () => {
    expect(betweenDays({ from: '2026-11-20', until: '2026-11-21' }, 'Asia/Kuwait')).toEqual({
      kind: 'between',
      from: Date.UTC(2026, 10, 19, 21),
      until: Date.UTC(2026, 10, 21, 21) - 1,
    });
  });

  it('survives a day that has 23 hours', () => {
    const zone = 'Europe/London';
    const filter = betweenDays({ from: '2026-03-29', until: '2026-03-29' }, zone);
    expect(daysOf(filter, zone)).toEqual({ from: '2026-03-29', until: '2026-03-29' });
    expect(filter).toMatchObject({ until: Date.UTC(2026, 2, 29, 23) - 1 });
  });

  it('leaves an open end open', () => {
    expect(betweenDays({ until: '2026-11-21' }, 'UTC')).not.toHaveProperty('from');
    expect(daysOf({ kind: 'past' }, 'UTC')).toEqual({});
  });
});
