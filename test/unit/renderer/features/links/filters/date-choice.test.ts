import { describe, expect, it } from 'vitest';
import { dateFields } from '#domain/link-filter';
import {
  choiceOf,
  dateChoices,
  dateOf,
  daysIn,
  isReversed,
  isUnbounded,
  readDays,
  withDay,
  withDays,
} from '../../../../../../renderer/features/links/filters/date-choice';

describe('the choices of a date chip', () => {
  it('reads every choice back from the filter it made', () => {
    for (const field of dateFields) {
      for (const choice of dateChoices(field)) expect(choiceOf(dateOf(choice))).toBe(choice);
    }
  });

  it('offers the past of an expiry only: the other moments always are', () => {
    expect(dateFields.filter((field) => dateChoices(field).includes('past'))).toEqual(['expires']);
  });

  it('takes a number of days that has no choice of its own for one of the user’s', () => {
    expect(choiceOf({ kind: 'within-days', days: 12 })).toBe('within');
    expect(choiceOf(undefined)).toBeUndefined();
  });

  it('changes the number of days and not their direction', () => {
    expect(withDays({ kind: 'beyond-days', days: 30 }, 90)).toEqual({ kind: 'beyond-days', days: 90 });
    expect(withDays({ kind: 'within-days', days: 7 }, 9)).toEqual({ kind: 'within-days', days: 9 });
    expect(daysIn({ kind: 'today' })).toBeUndefined();
  });

  it.each([
    ['14', 14],
    [' ٣٠ ', 30],
    ['3660', 3660],
  ])('reads %j as %i days', (typed, days) => {
    expect(readDays(typed)).toBe(days);
  });

  it.each(['', '0', '-1', '3661', '1.5', 'x'])('does not take %j for a number of days', (typed) => {
    expect(readDays(typed)).toBeUndefined();
  });

  it('sets and takes away one day of a range at a time', () => {
    const until = withDay({ kind: 'today' }, 'until', '2026-11-21');
    expect(until).toEqual({ kind: 'between', until: '2026-11-21' });
    const both = withDay(until, 'from', '2026-11-20');
    expect(both).toEqual({ kind: 'between', from: '2026-11-20', until: '2026-11-21' });
    expect(withDay(both, 'until', undefined)).toEqual({ kind: 'between', from: '2026-11-20' });
  });

  it('sees days that are the wrong way round', () => {
    expect(isReversed({ kind: 'between', from: '2026-11-22', until: '2026-11-21' })).toBe(true);
    expect(isReversed({ kind: 'between', from: '2026-11-21', until: '2026-11-21' })).toBe(false);
    expect(isReversed({ kind: 'between', from: '2026-11-22' })).toBe(false);
  });

  it('tells when a range was given no end', () => {
    expect(isUnbounded({ kind: 'between' })).toBe(true);
    expect(isUnbounded({ kind: 'between', until: '2026-11-21' })).toBe(false);
    expect(isUnbounded({ kind: 'past' })).toBe(false);
    expect(isUnbounded(undefined)).toBe(false);
  });
});
