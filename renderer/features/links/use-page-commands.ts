import { useEffect, useEffectEvent } from 'react';
import { useDesk } from '../../stores/desk-context';
import { allRows } from '../../stores/selection-store';
import type { OpenLink } from './use-open-link';
import { useRefresh } from './refresh/use-refresh';

/** Answers what the keyboard asks of the links page. Esc first closes the panel, then clears the selection. */
export function usePageCommands({ editor, close, openFocused, focusTable }: OpenLink): void {
  const { commands, selection, query } = useDesk();
  const { refresh } = useRefresh();
  const escape = () => {
    if (editor.getState().row !== undefined) close();
    else selection.getState().clear();
  };
  const answer = useEffectEvent((command: Parameters<Parameters<typeof commands.answer>[0]>[0]) => {
    switch (command) {
      case 'edit-link':
        return openFocused();
      case 'select-all':
        if ((query.getState().answer?.total ?? 0) > 0) selection.getState().select(allRows);
        return;
      case 'escape':
        return escape();
      case 'refresh':
        return refresh();
      case 'focus-table':
        return focusTable();
      case 'focus-search':
      case 'open-views':
      case 'open-filters':
      case 'show-links':
      case 'show-jobs':
      case 'show-connections':
      case 'show-audit':
        // The search box, the menus of views and filters and the shell answer these themselves.
        return;
    }
  });
  useEffect(() => commands.answer((command) => answer(command)), [commands]);
}
