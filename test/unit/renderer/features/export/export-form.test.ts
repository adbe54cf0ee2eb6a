import { describe, expect, it } from 'vitest';
import { exportColumns } from '#domain/export-spec';
import {
  chosenColumns,
  firstForm,
  leavesAmountAlone,
  usualColumns,
  withChoice,
  withMoved,
} from '../../../../../renderer/features/export/export-form';

describe('the columns of an export', () => {
  it('are all of them in their usual order at first', () => {
    expect(chosenColumns(firstForm({ language: 'ar', zone: 'UTC' }).columns)).toEqual(exportColumns);
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
