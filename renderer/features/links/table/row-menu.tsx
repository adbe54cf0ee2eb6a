import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LinkRow } from '#domain/payment-link';
import type { MenuPlace } from '../../../grid/grid-types';
import { isSelected } from '../../../grid/selection';
import { useDesk } from '../../../stores/desk-context';
import { countSelected } from '../../../stores/selection-store';
import { useScopeProviders } from '../../../stores/use-scope-providers';
import { ContextMenu } from '../../../ui/context-menu';
import { cellValueOf, type CellValue } from './value-filter';
import { rowItems, type RowAction } from './row-items';
import { useRowActions, type RowMenuTools } from './use-row-actions';

export interface OpenedRowMenu {
  readonly index: number;
  readonly row: LinkRow;
  readonly columnId: string | undefined;
  readonly at: MenuPlace;
}

export interface RowMenuProps {
  readonly opened: OpenedRowMenu | undefined;
  readonly tools: RowMenuTools;
  readonly onClose: () => void;
}

/** What can be done with a row, or with the whole selection when the row is part of it. */
export function RowMenu({ opened, tools, onClose }: RowMenuProps) {
  const { t } = useTranslation('links');
  const { selection, query, tasks, connections } = useDesk();
  const rows = useStore(selection, (state) => state.selection);
  const total = useStore(query, (state) => state.answer?.total ?? 0);
  const isRefreshing = useStore(tasks, (state) => state.tasks.some(({ kind }) => kind === 'refresh'));
  const run = useRowActions(tools);
  const nameOf = useValueName();
  const row = opened?.row;
  const isPart = row !== undefined && isSelected(rows, row.key);
  const cell = row === undefined ? undefined : cellValueOf(row, opened?.columnId);
  const count = isPart ? countSelected(rows, total) : 1;
  const values = { value: cell === undefined ? '' : nameOf(cell), count };
  const scope = useScopeProviders();
  const all = useStore(connections, (state) => state.connections) ?? [];
  const own = all.filter(({ id }) => id === row?.connectionId).map(({ provider }) => provider);
  const items = rowItems({ row, cell, isPart, isRefreshing, providers: isPart ? scope : own }).map((item) => {
    if ('separator' in item) return item;
    const { isNotOffered, ...rest } = item;
    const why = isNotOffered === true ? { description: t('reasons.not-offered') } : {};
    return { ...rest, ...why, label: t(`rowMenu.${item.id}`, values) };
  });
  return (
    <ContextMenu
      label={
        isPart ? t('rowMenu.ofSelection', values) : t('rowMenu.ofRow', { reference: row?.reference ?? '' })
      }
      at={opened?.at}
      items={items}
      onAction={(id) => {
        // Only ids of the items come back.
        if (opened !== undefined) run(id as RowAction, { ...opened, cell, isPart });
      }}
      onClose={onClose}
    />
  );
}

/** A value as people read it. */
function useValueName(): (cell: CellValue) => string {
  const { t } = useTranslation(['links', 'status']);
  const { connections } = useDesk();
  const all = useStore(connections, (state) => state.connections);
  return (cell) => {
    if ('text' in cell) return cell.value;
    if (cell.list === 'statuses') return t(`status:${cell.value}`);
    if (cell.list === 'currencies') return cell.value === '' ? t('notKnown') : cell.value;
    return all?.find(({ id }) => id === cell.value)?.name ?? t('removedConnection');
  };
}
