import { describe, expect, it } from 'vitest';
import { mostHolidays } from '#domain/business-days';
import { addHolidays } from '../../../../renderer/ui/holiday-list';

describe('addHolidays', () => {
  it('takes days apart by blanks, lines, commas and semicolons of either language', () => {
    const { holidays, added } = addHolidays(
      [],
      '2026-12-31 2026-02-25,2026-02-26;2026-03-20\n2026-03-21،2026-03-22؛2026-03-23',
    );
    expect(holidays).toEqual([
      '2026-02-25',
      '2026-02-26',
      '2026-03-20',
      '2026-03-21',
      '2026-03-22',
      '2026-03-23',
      '2026-12-31',
    ]);
    expect(added).toBe(7);
  });

  it('sorts, and keeps each day once', () => {
    const outcome = addHolidays(['2026-12-31', '2026-01-01'], '2026-06-01 2026-01-01 2026-06-01');
    expect(outcome).toEqual({
      holidays: ['2026-01-01', '2026-06-01', '2026-12-31'],
      added: 1,
      invalid: [],
      left: 0,
    });
  });

  it('reads Arabic and Persian digits', () => {
    expect(addHolidays([], '٢٠٢٦-٠٢-٢٥ ۲۰۲۶-۰۲-۲۶').holidays).toEqual(['2026-02-25', '2026-02-26']);
  });

  it('names what is no date, once and as typed, and still takes the rest', () => {
    const outcome = addHolidays([], '31/12/2026 2026-02-30 2026-02-25 31/12/2026');
    expect(outcome.holidays).toEqual(['2026-02-25']);
    expect(outcome.invalid).toEqual(['31/12/2026', '2026-02-30']);
  });

  it('takes the earliest days when the list is nearly full, and says how many did not fit', () => {
    const known = Array.from({ length: mostHolidays - 1 }, (_, day) =>
      new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10),
    );
    const outcome = addHolidays(known, '2026-03-02 2026-03-01');
    expect(outcome.holidays).toHaveLength(mostHolidays);
    expect(outcome.holidays.at(-1)).toBe('2026-03-01');
    expect(outcome).toMatchObject({ added: 1, left: 1 });
  });

  it('does nothing with nothing', () => {
    expect(addHolidays(['2026-01-01'], '  \n ')).toEqual({
      holidays: ['2026-01-01'],
      added: 0,
      invalid: [],
      left: 0,
    });
  });
});
