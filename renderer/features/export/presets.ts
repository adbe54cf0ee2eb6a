import {
  builtInPreset,
  builtInPresetIds,
  isBuiltInPreset,
  isSameFile,
  type ExportChoices,
  type ExportPreset,
  type LastExport,
} from '#domain/export-preset';
import type { ExportSpec } from '#domain/export-spec';
import { choicesOf, formOf, type ExportForm } from './export-form';

/** The choices on screen and the preset they came from; the user may have gone on from it. */
export interface Chosen {
  readonly presetId: string;
  readonly form: ExportForm;
}

export type Usual = Pick<ExportSpec, 'language' | 'zone'>;

/** The preset that stands for one that is gone, and for the first export of all. */
const firstPreset = builtInPresetIds[0];

/** What a preset holds; the first one's choices for one that is not there (any more). */
export function choicesOfPreset(id: string, saved: readonly ExportPreset[], usual: Usual): ExportChoices {
  const own = saved.find((preset) => preset.id === id);
  return own?.choices ?? builtInPreset(isBuiltInPreset(id) ? id : firstPreset, usual);
}

/** What the dialog begins with: what was exported last, else the first preset. */
export function firstChosen(last: LastExport | undefined, usual: Usual): Chosen {
  if (last !== undefined) return { presetId: last.presetId, form: formOf(last.choices) };
  return { presetId: firstPreset, form: formOf(builtInPreset(firstPreset, usual)) };
}

/** The preset that a choice came from, if it is still there, else the first. */
export function presetIdOf({ presetId }: Pick<Chosen, 'presetId'>, saved: readonly ExportPreset[]): string {
  const isThere = isBuiltInPreset(presetId) || saved.some(({ id }) => id === presetId);
  return isThere ? presetId : firstPreset;
}

/** True when the choices are no longer those of their preset. */
export function isModified(chosen: Chosen, saved: readonly ExportPreset[], usual: Usual): boolean {
  return !isSameFile(choicesOf(chosen.form), choicesOfPreset(chosen.presetId, saved, usual));
}
