import { describe, expect, it } from 'vitest';
import { builtInPreset, type ExportPreset } from '#domain/export-preset';
import { choicesOf, formOf, withChoice } from '../../../../../renderer/features/export/export-form';
import {
  choicesOfPreset,
  firstChosen,
  isModified,
  presetIdOf,
} from '../../../../../renderer/features/export/presets';

const usual = { language: 'ar', zone: 'Asia/Kuwait' } as const;
const own: ExportPreset = {
  id: 'own',
  name: 'Month end',
  choices: { ...builtInPreset('elsewhere', usual), columns: ['linkId', 'amount', 'currency'] },
};

describe('the first choices', () => {
  it('are those of accounting, in the words and the zone of the user', () => {
    const { presetId, form } = firstChosen(undefined, usual);
    expect(presetId).toBe('accounting');
    expect(form).toMatchObject({ format: 'xlsx', language: 'ar', zone: 'Asia/Kuwait', amounts: 'major' });
  });

  it('are those of the last export, changed as they were', () => {
    const choices = { ...own.choices, amounts: 'minor' } as const;
    const chosen = firstChosen({ presetId: 'own', choices }, usual);
    expect(choicesOf(chosen.form)).toEqual(choices);
    expect(isModified(chosen, [own], usual)).toBe(true);
  });
});

describe('a preset', () => {
  const chosen = { presetId: 'own', form: formOf(own.choices) };

  it('is unchanged until the file would be another', () => {
    expect(isModified(chosen, [own], usual)).toBe(false);
    const { form } = chosen;
    const without = { ...form, columns: withChoice(form.columns, 'amount', false) };
    expect(isModified({ ...chosen, form: without }, [own], usual)).toBe(true);
    const crlf = { ...form, csv: { ...form.csv, lineEnd: 'lf' } } as const;
    expect(isModified({ ...chosen, form: crlf }, [own], usual)).toBe(true);
    // A CSV file has no XML in it.
    const attributes = { ...form, xml: { values: 'attributes' } } as const;
    expect(isModified({ ...chosen, form: attributes }, [own], usual)).toBe(false);
  });

  it('that is gone gives its place to the first', () => {
    expect(presetIdOf(chosen, [own])).toBe('own');
    expect(presetIdOf(chosen, [])).toBe('accounting');
    expect(choicesOfPreset('own', [], usual)).toEqual(builtInPreset('accounting', usual));
  });

  it('for other programs has the same headers whatever the language of the screen', () => {
    expect(builtInPreset('elsewhere', usual)).toMatchObject({
      format: 'csv',
      language: 'en',
      csv: { bom: false },
    });
  });
});
