import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../../../stores/desk-context';
import { usePrimaryKey } from '../../../stores/use-primary-key';
import { viewsWithKey } from '../../../stores/view-content';
import { IconEdit, IconPlus, IconSave, IconTrash, IconUndo } from '../../../ui/icons/actions';
import type { MenuItem } from '../../../ui/menu-button';
import type { Views } from './use-views';
import { ViewIcon } from './view-icon';

/** What the menu does beside picking a view; the ids of views never begin like these. */
export const viewActions = ['/save', '/save-as', '/reset', '/rename', '/remove'] as const;
export type ViewAction = (typeof viewActions)[number];

/** The menu of views: those there are, then what can be done with the one on screen. */
export function useViewItems({ all, current, isModified }: Views): readonly MenuItem[] {
  const { t } = useTranslation('links');
  const { settings } = useDesk();
  const keyed = viewsWithKey(useStore(settings, (state) => state.settings.views));
  const primary = usePrimaryKey();
  const listed = all.map(({ id, name, isOwn }) => ({
    isOwn,
    item: {
      id,
      label: name,
      icon: <ViewIcon id={id} />,
      isChecked: id === current.id,
      ...(keyed.includes(id) ? { shortcut: `${primary} ${String(keyed.indexOf(id) + 1)}` } : {}),
    },
  }));
  const own = listed.filter(({ isOwn }) => isOwn).map(({ item }) => item);
  return [
    ...listed.filter(({ isOwn }) => !isOwn).map(({ item }) => item),
    ...(own.length === 0 ? [] : [{ id: '/own', separator: true } as const, ...own]),
    { id: '/actions', separator: true },
    ...(current.isOwn && isModified ? [{ id: '/save', label: t('views.save'), icon: <IconSave /> }] : []),
    { id: '/save-as', label: t('views.saveAs'), icon: <IconPlus /> },
    ...(isModified ? [{ id: '/reset', label: t('views.reset'), icon: <IconUndo /> }] : []),
    ...(current.isOwn
      ? [
          { id: '/rename', label: t('views.rename'), icon: <IconEdit /> },
          { id: '/remove', label: t('views.remove'), icon: <IconTrash /> },
        ]
      : []),
  ];
}
