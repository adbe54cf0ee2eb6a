import { useCallback, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkRow } from '#domain/payment-link';
import { toBridgeError } from '../../../bridge/bridge-error';
import { orderedColumns } from '../../../grid/columns';
import type { GridColumn } from '../../../grid/grid-types';
import { useErrorWords } from '../../../i18n/use-error-words';
import { useDesk } from '../../../stores/desk-context';
import { countSelected } from '../../../stores/selection-store';
import { copyRows } from './copy-rows';

/**
 * Answers Ctrl+C when rows are selected: all of them go to the clipboard, also those never scrolled to. Without a selection
 * the grid itself copies the row with the focus; marked text is copied as it is.
 */
export function useCopySelected(columns: readonly GridColumn<LinkRow>[]): (event: ClipboardEvent) => void {
  const { t } = useTranslation('links');
  const words = useErrorWords();
  const desk = useDesk();
  return useCallback(
    (event) => {
      const { answer } = desk.query.getState();
      const { selection } = desk.selection.getState();
      if (answer === undefined || countSelected(selection, answer.total) === 0) return;
      if (document.getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      event.stopPropagation();
      const { layout } = desk.columns.getState();
      const shown = orderedColumns(columns, layout.order).filter(({ id }) => !layout.hidden.includes(id));
      const { add } = desk.notices.getState();
      const copying = desk.query
        .getState()
        .hold(({ handle, total }) =>
          copyRows({ bridge: desk.bridge, handle, total, selection, columns: shown }),
        );
      copying.then(
        (count) =>
          add(
            count === undefined
              ? { tone: 'warning', text: t('copy.tooMany') }
              : { tone: 'success', text: t('copy.done', { count }) },
          ),
        (thrown: unknown) => add({ tone: 'error', text: words(toBridgeError(thrown).code).title }),
      );
    },
    [columns, desk, t, words],
  );
}
