import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { actionScope } from '../../../stores/desk';
import { useDesk } from '../../../stores/desk-context';

/** "Change 300 selected links". */
export function useScopeWords(): string {
  const { t } = useTranslation('bulkEdit');
  const desk = useDesk();
  // Drawn again whenever what the scope is read from changes.
  useStore(desk.query, (state) => state.answer);
  useStore(desk.selection, (state) => state.selection);
  const scope = actionScope(desk);
  if (scope === undefined || scope.count === 0) return t('scope.none');
  return t(`scope.${scope.kind}`, { count: scope.count });
}
