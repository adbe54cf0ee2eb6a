import { useCallback, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkRow } from '#domain/payment-link';
import { toBridgeError } from '../../../bridge/bridge-error';
import { orderedColumns } from '../../../grid/columns';
import type { GridColumn } from '../../../grid/grid-types';
import { useErrorWords } from '../../../i18n/use-error-words';
import { useDesk } from '../../../stores/desk-context';
import { countSelected, type RowSelection } from '../../../stores/selection-store';
import { copyRows } from './copy-rows';

/** From so many rows on the wait is told before it begins. */
const toldFrom = 5000;

/** Copies rows with the columns as they are shown, and says how many; the window stays usable meanwhile. */
export function useCopyRows(columns: readonly GridColumn<LinkRow>[]): (selection: RowSelection) => void {
  const { t } = useTranslation('links');
  const words = useErrorWords();
  const desk = useDesk();
  return useCallback(
    (selection) => {
      const { answer, hold } = desk.query.getState();
      if (answer === undefined) return;
      const { layout } = desk.columns.getState();
      const shown = orderedColumns(columns, layout.order).filter(({ id }) => !layout.hidden.includes(id));
      const { add } = desk.notices.getState();
      const wanted = countSelected(selection, answer.total);
      if (wanted >= toldFrom) add({ tone: 'info', text: t('copy.working', { count: wanted }) });
      hold(async ({ handle, total, isComplete }) =>
        copyRows({
          bridge: desk.bridge,
          handle,
          // Rows that are still being found are copied too.
          total: isComplete ? total : (await desk.bridge.call('links:totals', { handle })).total,
          selection,
          columns: shown,
        }),
      ).then(
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

/**
 * Answers Ctrl+C when rows are selected: all of them go to the clipboard, also those never scrolled to. Without a selection
 * the grid itself copies the row with the focus; marked text is copied as it is.
 */
export function useCopySelected(copy: (selection: RowSelection) => void): (event: ClipboardEvent) => void {
  const { query, selection } = useDesk();
  return useCallback(
    (event) => {
      const selected = selection.getState().selection;
      if (countSelected(selected, query.getState().answer?.total ?? 0) === 0) return;
      if (document.getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      event.stopPropagation();
      copy(selected);
    },
    [query, selection, copy],
  );
}
