import { useTranslation } from 'react-i18next';
import { IconEdit, IconPlus, IconSave, IconTrash, IconUndo } from '../../ui/icons/actions';
import type { MenuItem } from '../../ui/menu-button';
import type { ListedPreset, Presets } from './use-presets';

/** What the menu does beside picking a preset; the ids of presets never begin like these. */
export const presetActions = ['/save', '/save-as', '/reset', '/rename', '/remove'] as const;
export type PresetAction = (typeof presetActions)[number];

/** The menu of presets: those there are, then what can be done with the chosen one. */
export function usePresetItems({ all, current, isModified }: Presets): readonly MenuItem[] {
  const { t } = useTranslation('export');
  const itemOf = ({ id, name }: ListedPreset): MenuItem => ({
    id,
    label: name,
    isChecked: id === current.id,
  });
  const own = all.filter(({ isOwn }) => isOwn).map(itemOf);
  return [
    ...all.filter(({ isOwn }) => !isOwn).map(itemOf),
    ...(own.length === 0 ? [] : [{ id: '/own', separator: true } as const, ...own]),
    { id: '/actions', separator: true },
    ...(current.isOwn && isModified ? [{ id: '/save', label: t('preset.save'), icon: <IconSave /> }] : []),
    { id: '/save-as', label: t('preset.saveAs'), icon: <IconPlus /> },
    ...(isModified ? [{ id: '/reset', label: t('preset.reset'), icon: <IconUndo /> }] : []),
    ...(current.isOwn
      ? [
          { id: '/rename', label: t('preset.rename'), icon: <IconEdit /> },
          { id: '/remove', label: t('preset.remove'), icon: <IconTrash /> },
        ]
      : []),
  ];
}
