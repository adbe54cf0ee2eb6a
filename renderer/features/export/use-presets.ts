import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { builtInPresetIds, isBuiltInPreset, mostPresets, type ExportPreset } from '#domain/export-preset';
import { useDesk } from '../../stores/desk-context';
import { useTellFailure } from '../../stores/use-tell-failure';
import { choicesOf, formOf } from './export-form';
import { choicesOfPreset, isModified, presetIdOf, type Chosen } from './presets';

/** A preset as the menu shows it. */
export interface ListedPreset {
  readonly id: string;
  /** As people know it: built-in ones in the interface's language. */
  readonly name: string;
  readonly isOwn: boolean;
}

export interface Presets {
  /** Built-in ones first, then the user's own. */
  readonly all: readonly ListedPreset[];
  readonly current: ListedPreset;
  readonly isModified: boolean;
  readonly isFull: boolean;
  readonly pick: (id: string) => void;
  readonly save: () => void;
  readonly saveAs: (name: string) => void;
  readonly rename: (name: string) => void;
  /** Forgets the current one and leaves its choices on screen. */
  readonly remove: () => void;
}

/** The presets there are, and what can be done with the one that was chosen. */
export function usePresets(chosen: Chosen, choose: (chosen: Chosen) => void): Presets {
  const { t } = useTranslation('export');
  const { settings, newId } = useDesk();
  const tellFailure = useTellFailure();
  const { exportPresets: saved, language, zone } = useStore(settings, (state) => state.settings);
  const usual = { language, zone };
  const currentId = presetIdOf(chosen, saved);
  const nameOf = (id: string) =>
    isBuiltInPreset(id) ? t(`preset.builtIn.${id}`) : (saved.find((preset) => preset.id === id)?.name ?? '');
  const listed = (id: string): ListedPreset => ({ id, name: nameOf(id), isOwn: !isBuiltInPreset(id) });
  // Shown at once and taken back where it cannot be kept, by the settings.
  const keep = (exportPresets: readonly ExportPreset[]) =>
    void settings.getState().change({ exportPresets }).catch(tellFailure);
  const changed = (change: (preset: ExportPreset) => ExportPreset) =>
    keep(saved.map((preset) => (preset.id === currentId ? change(preset) : preset)));
  const choices = choicesOf(chosen.form);
  return {
    all: [...builtInPresetIds, ...saved.map(({ id }) => id)].map(listed),
    current: listed(currentId),
    isModified: isModified({ ...chosen, presetId: currentId }, saved, usual),
    isFull: saved.length >= mostPresets,
    pick: (presetId) => choose({ presetId, form: formOf(choicesOfPreset(presetId, saved, usual)) }),
    save: () => changed((preset) => ({ ...preset, choices })),
    saveAs: (name) => {
      const id = newId();
      keep([...saved, { id, name: name.trim(), choices }]);
      choose({ ...chosen, presetId: id });
    },
    rename: (name) => changed((preset) => ({ ...preset, name: name.trim() })),
    remove: () => keep(saved.filter((preset) => preset.id !== currentId)),
  };
}
