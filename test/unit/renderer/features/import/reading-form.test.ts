import { describe, expect, it } from 'vitest';
import type { ChosenFile } from '#contract/import';
import type { ColumnFacts } from '#domain/column-facts';
import {
  firstForm,
  problemsOf,
  toSpec,
  withColumn,
} from '../../../../../renderer/features/import/import-form';
import { recalledForm, rememberedOf } from '../../../../../renderer/features/import/recall';
import {
  afterReread,
  askedQuestions,
  dependsOnAnswer,
  openQuestions,
  withDecision,
  withEncoding,
} from '../../../../../renderer/features/import/reading-form';

const noDates: ColumnFacts['dates'] = { dayFirst: 0, monthFirst: 0, eitherWay: 0, withoutZone: 0 };
const noAmounts: ColumnFacts['amounts'] = { dot: 0, comma: 0, dotThree: 0, commaThree: 0, whole: 0 };
const text: ColumnFacts = { dates: noDates, amounts: noAmounts, exponents: [], examples: [] };

/** Four columns: an id, amounts of figures alone, dinars, and dates that can be two days each; and one of dates of Americans. */
const file: ChosenFile = {
  importId: 'i',
  format: 'csv',
  fileName: 'links.csv',
  sizeBytes: 10,
  modifiedAt: 0,
  headers: ['Id', 'Amount', 'Currency', 'Status', 'Created', 'Shipped'],
  sample: [['1', '12500', 'KWD', 'Open', '03/04/2026', '12/31/2026']],
  guessed: { linkId: 0, amount: 1, currency: 2, status: 3, createdAt: 4 },
  reading: {
    headerRow: 0,
    csv: { encoding: 'windows-1256', delimiter: ';' },
    dateOrder: 'dmy',
    decimal: '.',
    units: 'major',
  },
  questions: ['encoding', 'date-order', 'units'],
  columns: [
    text,
    { ...text, amounts: { ...noAmounts, whole: 1 } },
    { ...text, exponents: [3] },
    text,
    { ...text, dates: { ...noDates, eitherWay: 1, withoutZone: 1 } },
    { ...text, dates: { ...noDates, monthFirst: 1, withoutZone: 1 } },
  ],
  told: {},
};
const form = firstForm(file, { zone: 'Asia/Kuwait', connectionIds: ['only'] });
const answered = withDecision(withEncoding(form, 'windows-1252'), { dateOrder: 'mdy', units: 'minor' });

describe('what a file leaves open', () => {
  it('must be answered before it is imported', () => {
    expect(openQuestions(form, file)).toEqual(['encoding', 'date-order', 'units']);
    expect(problemsOf(form, file, 1).questions).toEqual(['encoding', 'date-order', 'units']);
    expect(toSpec(form, file, 1)).toBeUndefined();
    expect(openQuestions(answered, file)).toEqual([]);
    expect(toSpec(answered, file, 1)?.reading).toEqual({
      headerRow: 0,
      csv: { encoding: 'windows-1252', delimiter: ';' },
      dateOrder: 'mdy',
      decimal: '.',
      units: 'minor',
    });
  });

  it('stays in sight once it is answered', () => {
    expect(askedQuestions(answered, file)).toEqual(['encoding', 'date-order', 'units']);
  });

  it('follows the columns: another one tells what the first did not', () => {
    const other = withColumn(form, file, { field: 'createdAt', column: 5 });
    expect(openQuestions(other, file)).toEqual(['encoding', 'units']);
    expect(other.reading.dateOrder).toBe('mdy');
  });

  it('keeps an answer whatever the columns tell', () => {
    const decided = withDecision(form, { dateOrder: 'dmy' });
    expect(withColumn(decided, file, { field: 'createdAt', column: 5 }).reading.dateOrder).toBe('dmy');
  });
});

describe('a file that was read again', () => {
  it('keeps its columns when its headers are the same', () => {
    const moved = withColumn(form, file, { field: 'reference', column: 3 });
    const again = { ...file, sample: [] };
    expect(afterReread(moved, file, again).map).toEqual(moved.map);
  });

  it('takes what its new headers tell', () => {
    const again: ChosenFile = { ...file, headers: ['A', 'B'], guessed: { linkId: 1 } };
    expect(afterReread(form, file, again).map).toEqual({ linkId: 1 });
  });
});

describe('the next file with the same headers', () => {
  const remembered = [rememberedOf({ ...answered, zone: 'Africa/Cairo' }, file)];

  it('is read with the same columns, zone and answers', () => {
    const recalled = recalledForm(
      form,
      { ...file, headers: file.headers.map((name) => ` ${name} `) },
      remembered,
    );
    expect(recalled).toMatchObject({ zone: 'Africa/Cairo', map: file.guessed, reading: answered.reading });
    expect(recalled && openQuestions(recalled, file)).toEqual([]);
  });

  it('is believed where it tells for certain what the other one left open', () => {
    const certain: ChosenFile = {
      ...file,
      questions: [],
      columns: file.columns.with(4, { ...text, dates: { ...noDates, dayFirst: 3 } }),
      reading: { ...file.reading, csv: { encoding: 'utf-8', delimiter: ',' } },
    };
    expect(recalledForm(form, certain, remembered)?.reading).toMatchObject({
      csv: { encoding: 'utf-8', delimiter: ',' },
      dateOrder: 'dmy',
      units: 'minor',
    });
  });

  it('is no file with other headers, and none with fewer columns than are used', () => {
    expect(recalledForm(form, { ...file, headers: ['Other'] }, remembered)).toBeUndefined();
    const [one] = remembered;
    const broken = one && { ...one, map: { ...one.map, url: 99 } };
    expect(broken && recalledForm(form, file, [broken])).toBeUndefined();
  });
});

describe('how a field is read', () => {
  it('depends on an open question about its kind of value', () => {
    expect(dependsOnAnswer('createdAt', ['date-order'])).toBe(true);
    expect(dependsOnAnswer('amount', ['units'])).toBe(true);
    expect(dependsOnAnswer('amount', ['date-order', 'encoding'])).toBe(false);
    expect(dependsOnAnswer('status', ['date-order', 'decimal', 'units'])).toBe(false);
  });
});
