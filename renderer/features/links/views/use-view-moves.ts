import { useTranslation } from 'react-i18next';
import { useDesk } from '../../../stores/desk-context';
import { useTellFailure } from '../../../stores/use-tell-failure';
import type { ListedView } from './use-views';

export interface ViewMoves {
  readonly pick: (id: string) => void;
  /** Takes every change of the current view back. */
  readonly reset: () => void;
  readonly save: (view: ListedView) => void;
  readonly saveAs: (name: string, withLayout: boolean) => void;
  readonly rename: (id: string, name: string) => void;
  /** Forgets a view; a message offers to take that back. */
  readonly remove: (view: ListedView) => void;
}

/** What can be done with views, each with what there is to tell about it. */
export function useViewMoves(): ViewMoves {
  const { t } = useTranslation('links');
  const { views, notices } = useDesk();
  const tellFailure = useTellFailure();
  const state = () => views.getState();
  const tellSaved = (name: string) =>
    notices.getState().add({ tone: 'success', text: t('views.saved', { name }) });
  return {
    pick: (id) => state().pick(id),
    reset: () => state().pick(state().currentId),
    save: ({ name }) => {
      state()
        .save()
        .then(() => tellSaved(name), tellFailure);
    },
    saveAs: (name, withLayout) => {
      state()
        .saveAs(name, withLayout)
        .then(() => tellSaved(name.trim()), tellFailure);
    },
    rename: (id, name) => {
      state().rename(id, name).catch(tellFailure);
    },
    remove: ({ id, name }) => {
      const offerUndo = (undo: () => Promise<void>) =>
        notices.getState().add({
          tone: 'info',
          text: t('views.removed', { name }),
          action: { label: t('views.undo'), onPress: () => void undo().catch(tellFailure) },
        });
      state().remove(id).then(offerUndo, tellFailure);
    },
  };
}
