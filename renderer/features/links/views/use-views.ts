import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../../../stores/desk-context';
import { builtInViewIds, contentOf, firstView, isBuiltIn, isModified } from '../../../stores/view-content';

/** A view as the list shows it. */
export interface ListedView {
  readonly id: string;
  /** As people know it: built-in ones in the interface's language. */
  readonly name: string;
  readonly isOwn: boolean;
}

export interface Views {
  /** Built-in ones first, then the user's own. */
  readonly all: readonly ListedView[];
  readonly current: ListedView;
  /** What is on screen is no longer what the current view shows. */
  readonly isModified: boolean;
}

/** The views there are, and which of them is on screen. */
export function useViews(): Views {
  const { t } = useTranslation('links');
  const { views, settings, query, columns } = useDesk();
  const currentId = useStore(views, (state) => state.currentId);
  const { views: saved, density } = useStore(settings, (state) => state.settings);
  const filter = useStore(query, (state) => state.filter);
  const sort = useStore(query, (state) => state.sort);
  const layout = useStore(columns, (state) => state.layout);
  const nameOf = (id: string) =>
    isBuiltIn(id) ? t(`views.builtIn.${id}`) : (saved.find((view) => view.id === id)?.name ?? '');
  const listed = (id: string): ListedView => ({ id, name: nameOf(id), isOwn: !isBuiltIn(id) });
  const all = [...builtInViewIds, ...saved.map(({ id }) => id)].map(listed);
  return {
    all,
    current: all.find(({ id }) => id === currentId) ?? listed(firstView),
    isModified: isModified(contentOf(currentId, saved), { filter, sort, columns: layout, density }),
  };
}
