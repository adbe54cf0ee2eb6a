import { describe, expect, it } from 'vitest';
import { builtInPreset } from '#domain/export-preset';
import { exportColumns, isReadableCsv, usualCsv } from '#domain/export-spec';
import { pdfRowLimit } from '#domain/pdf-limit';
import {
  canRun,
  chosenColumns,
  choicesOf,
  formOf,
  leavesAmountAlone,
  usualColumns,
  whyNoDecimalComma,
  withChoice,
  withDelimiter,
  withMoved,
} from '../../../../../renderer/features/export/export-form';

const choices = builtInPreset('elsewhere', { language: 'en', zone: 'UTC' });

describe('the columns of an export', () => {
  it('of a preset keep their order, and the others wait behind the one they usually follow', () => {
    const form = formOf({ ...choices, columns: ['status', 'linkId'] });
    expect(chosenColumns(form.columns)).toEqual(['status', 'linkId']);
    const ids = form.columns.map(({ id }) => id);
    expect(ids.toSorted()).toEqual(exportColumns.toSorted());
    expect(ids.slice(0, 4)).toEqual(['connection', 'status', 'providerStatus', 'amount']);
    expect(choicesOf(form)).toEqual({ ...choices, columns: ['status', 'linkId'] });
  });

  it('move one place at a time', () => {
    expect(chosenColumns(withMoved(usualColumns, 'linkId', -1)).slice(0, 3)).toEqual([
      'linkId',
      'connection',
      'reference',
    ]);
    expect(chosenColumns(withMoved(usualColumns, 'linkId', 1)).slice(0, 3)).toEqual([
      'connection',
      'reference',
      'linkId',
    ]);
  });

  it('stay where they are at the edges', () => {
    expect(withMoved(usualColumns, 'connection', -1)).toBe(usualColumns);
    expect(withMoved(usualColumns, 'checkedAt', 1)).toBe(usualColumns);
  });

  it('keep their place while they are left out', () => {
    const without = withChoice(usualColumns, 'linkId', false);
    expect(chosenColumns(without).slice(0, 2)).toEqual(['connection', 'reference']);
    expect(withChoice(without, 'linkId', true)).toEqual(usualColumns);
  });

  it('warn of amounts without their currency', () => {
    expect(leavesAmountAlone(usualColumns)).toBe(false);
    const without = withChoice(usualColumns, 'currency', false);
    expect(leavesAmountAlone(without)).toBe(true);
    expect(leavesAmountAlone(withChoice(without, 'amount', false))).toBe(false);
  });
});

describe('the punctuation of a CSV file', () => {
  it('takes the comma from the amounts when it comes between the columns', () => {
    const european = { ...usualCsv, delimiter: ';', decimal: ',' } as const;
    expect(withDelimiter(european, '\t').decimal).toBe(',');
    const back = withDelimiter(european, ',');
    expect(back.decimal).toBe('.');
    expect(isReadableCsv(back)).toBe(true);
  });

  it('offers no decimal comma where it would not be read, and says why', () => {
    const semicolon = withDelimiter(usualCsv, ';');
    expect(whyNoDecimalComma({ amounts: 'major', csv: usualCsv })).toBe('delimiter');
    expect(whyNoDecimalComma({ amounts: 'minor', csv: semicolon })).toBe('minor');
    expect(whyNoDecimalComma({ amounts: 'major', csv: semicolon })).toBeUndefined();
  });
});

describe('an export', () => {
  const form = formOf(choices);

  it('can be run when there is something to write', () => {
    expect(canRun(form, 1)).toBe(true);
    expect(canRun(form, 0)).toBe(false);
    expect(canRun({ ...form, columns: form.columns.map(({ id }) => ({ id, isOn: false })) }, 1)).toBe(false);
  });

  it('is not run into a PDF that cannot hold it', () => {
    expect(canRun({ ...form, format: 'pdf' }, pdfRowLimit)).toBe(true);
    expect(canRun({ ...form, format: 'pdf' }, pdfRowLimit + 1)).toBe(false);
    expect(canRun(form, pdfRowLimit + 1)).toBe(true);
  });
});
