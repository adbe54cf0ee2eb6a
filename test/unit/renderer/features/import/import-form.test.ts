import { describe, expect, it } from 'vitest';
import type { ChosenFile } from '#contract/import';
import type { ImportField } from '#domain/import-map';
import type { ImportForm } from '../../../../../renderer/features/import/form-state';
import {
  firstForm,
  problemsOf,
  samplesOf,
  sharedWith,
  toSpec,
  withColumn,
} from '../../../../../renderer/features/import/import-form';

const file: ChosenFile = {
  importId: 'i',
  format: 'csv',
  fileName: 'links.csv',
  sizeBytes: 10,
  modifiedAt: Date.parse('2026-11-20T10:15:42Z'),
  headers: ['Invoice ID', 'Amount', 'Currency', 'Status', ''],
  sample: [
    ['1', '12.500', 'KWD', 'Open', ''],
    ['2', '  ', 'KWD', 'Paid', ''],
    ['3', '13', 'KWD', 'Open'],
    ['4', '14', 'KWD', 'Open', ''],
    ['5', '15', 'KWD', 'Open', ''],
  ],
  guessed: { linkId: 0, amount: 1, currency: 2, status: 3 },
  reading: {
    headerRow: 0,
    csv: { encoding: 'utf-8', delimiter: ',' },
    dateOrder: 'ymd',
    decimal: '.',
    units: 'major',
  },
  questions: [],
  columns: [],
  told: {},
};
const now = Date.parse('2026-11-20T12:00:00Z');
const form = firstForm(file, { zone: 'Asia/Kuwait', connectionIds: ['only'] });

describe('the first form', () => {
  it('can be sent as it is when the headers tell enough and there is one connection', () => {
    expect(toSpec(form, file, now)).toEqual({
      connectionId: 'only',
      map: file.guessed,
      zone: 'Asia/Kuwait',
      exportedAt: Date.parse('2026-11-20T10:15:00Z'),
      reading: file.reading,
    });
  });

  it('leaves the choice between several connections to the user', () => {
    const open = firstForm(file, { zone: 'UTC', connectionIds: ['a', 'b'] });
    expect(problemsOf(open, file, now).connection).toBe(true);
    expect(toSpec(open, file, now)).toBeUndefined();
  });
});

describe('a form', () => {
  it('names the required fields without a column', () => {
    const without = (of: ImportForm, field: ImportField) =>
      withColumn(of, file, { field, column: undefined });
    const open = without(without(form, 'status'), 'linkId');
    expect(problemsOf(open, file, now).fields).toEqual(['linkId', 'status']);
    expect(toSpec(open, file, now)).toBeUndefined();
  });

  it('takes no moment of export that is missing or has not come yet', () => {
    expect(problemsOf({ ...form, exportedAt: undefined }, file, now).exportedAt).toBe('missing');
    expect(problemsOf({ ...form, exportedAt: now + 1 }, file, now).exportedAt).toBe('future');
    expect(toSpec({ ...form, exportedAt: now + 1 }, file, now)).toBeUndefined();
  });

  it('says which other field a column already fills', () => {
    const { map } = withColumn(form, file, { field: 'reference', column: 0 });
    expect(sharedWith(map, 'reference')).toBe('linkId');
    expect(sharedWith(map, 'amount')).toBeUndefined();
    expect(sharedWith(map, 'url')).toBeUndefined();
  });
});

describe('the samples of a column', () => {
  it('are its first three values that are not empty', () => {
    expect(samplesOf(file, 1)).toEqual(['12.500', '13', '14']);
  });

  it('are none for an empty column, a short row or no column', () => {
    expect(samplesOf(file, 4)).toEqual([]);
    expect(samplesOf(file, undefined)).toEqual([]);
  });
});
