import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkRow } from '#domain/payment-link';
import type { GridHandle } from '../../../grid/grid-types';
import { toggleRow } from '../../../grid/selection';
import { useDesk } from '../../../stores/desk-context';
import type { RowSelection } from '../../../stores/selection-store';
import { useTellFailure } from '../../../stores/use-tell-failure';
import { useRefresh } from '../refresh/use-refresh';
import { rowVerbs, type RowAction } from './row-items';
import { leaveOut, showOnly, type CellValue } from './value-filter';

/** What the menu needs of the table around it. */
export interface RowMenuTools {
  readonly grid: RefObject<GridHandle | null>;
  readonly openRow: (index: number) => void;
  readonly copy: (selection: RowSelection) => void;
}

export interface ActedRow {
  readonly index: number;
  readonly row: LinkRow;
  readonly cell: CellValue | undefined;
  /** The row is selected: the verb is about the whole selection. */
  readonly isPart: boolean;
}

/** Does what the menu of a row says. A verb about a row that is not selected selects it, alone: what is changed is always to be seen. */
export function useRowActions(tools: RowMenuTools): (action: RowAction, on: ActedRow) => void {
  const { t } = useTranslation('links');
  const { bridge, query, selection, dialogs, notices } = useDesk();
  const { refresh } = useRefresh();
  const tell = useTellFailure();
  const alone = ({ key }: LinkRow): RowSelection => ({ mode: 'only', keys: new Set([key]) });
  const selectIt = ({ row, isPart }: ActedRow) => {
    if (!isPart) selection.getState().select(alone(row));
  };
  const copyText = (text: string | undefined) => {
    if (text === undefined) return;
    bridge
      .call('app:copy-text', { text })
      .then(() => notices.getState().add({ tone: 'success', text: t('copy.id') }), tell);
  };
  const refilter = (change: typeof showOnly, cell: CellValue | undefined) => {
    const { filter, setFilter } = query.getState();
    if (cell !== undefined) setFilter(change(filter, cell));
  };
  return (action, on) => {
    const { row, index, cell, isPart } = on;
    const verb = rowVerbs.find((candidate) => candidate === action);
    if (verb !== undefined) {
      selectIt(on);
      dialogs.getState().openBulkEdit({ kind: 'choose', verb });
    } else if (action === 'open') tools.openRow(index);
    else if (action === 'copy') tools.copy(isPart ? selection.getState().selection : alone(row));
    else if (action === 'copyReference') copyText(row.reference);
    else if (action === 'copyUrl') copyText(row.url);
    else if (action === 'showOnly') refilter(showOnly, cell);
    else if (action === 'leaveOut') refilter(leaveOut, cell);
    else if (action === 'selectToHere') tools.grid.current?.selectTo(index);
    else if (action === 'refresh') {
      selectIt(on);
      refresh();
    } else selection.getState().select(toggleRow(selection.getState().selection, row.key));
  };
}
