import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LinkRow } from '#domain/payment-link';
import { orderedColumns } from '../../../grid/columns';
import type { GridColumn, GridHandle, MenuPlace } from '../../../grid/grid-types';
import type { GridSort } from '../../../grid/sort';
import { useDesk } from '../../../stores/desk-context';
import { ContextMenu } from '../../../ui/context-menu';
import type { MenuItem } from '../../../ui/menu-button';
import { toGridSort, toLinkSort } from './sort-map';

export interface HeaderMenuProps {
  readonly columns: readonly GridColumn<LinkRow>[];
  readonly grid: RefObject<GridHandle | null>;
  readonly opened: { readonly columnId: string; readonly at: MenuPlace } | undefined;
  readonly onClose: () => void;
}

/** What can be done to a column: its order among the rows, its place, its width. */
export function HeaderMenu({ columns, grid, opened, onClose }: HeaderMenuProps) {
  const { t } = useTranslation('links');
  const { query, columns: layouts } = useDesk();
  const sort = toGridSort(useStore(query, (state) => state.sort));
  const { layout, toggle } = useStore(layouts);
  const columnId = opened?.columnId ?? '';
  const visible = orderedColumns(columns, layout.order).filter(({ id }) => !layout.hidden.includes(id));
  const place = visible.findIndex(({ id }) => id === columnId);
  const items = headerItems({
    column: visible[place],
    before: visible[place - 1],
    after: visible[place + 1],
    sort,
  });
  const setSort = (levels: readonly GridSort[]) => query.getState().setSort(toLinkSort(levels));
  const others = sort.filter((level) => level.columnId !== columnId);
  const onAction = (id: string) => {
    if (id === 'ascending') setSort([{ columnId, direction: 'asc' }]);
    else if (id === 'descending') setSort([{ columnId, direction: 'desc' }]);
    else if (id === 'clearSort') setSort(others);
    else if (id === 'addSort') setSort([...others, { columnId, direction: 'asc' }]);
    else if (id === 'hide') toggle(columnId);
    else if (id === 'earlier' || id === 'later') grid.current?.moveColumn(columnId, id === 'later' ? 1 : -1);
    else if (id === 'fit') grid.current?.fitColumn(columnId);
  };
  const labelled = items.map((item) =>
    // The room for the mark is kept in every item, so that the words line up.
    'separator' in item ? item : { isChecked: false, ...item, label: t(`headerMenu.${item.id}`) },
  );
  return (
    <ContextMenu
      label={t('headerMenu.label', { column: visible[place]?.header ?? '' })}
      at={opened?.at}
      items={labelled}
      onAction={onAction}
      onClose={onClose}
    />
  );
}

type HeaderAction =
  'ascending' | 'descending' | 'clearSort' | 'addSort' | 'earlier' | 'later' | 'fit' | 'hide';
type HeaderItem =
  | { readonly id: HeaderAction; readonly isDisabled?: boolean; readonly isChecked?: boolean }
  | Extract<MenuItem, { readonly separator: true }>;

interface HeaderFacts {
  readonly column: GridColumn<LinkRow> | undefined;
  readonly before: GridColumn<LinkRow> | undefined;
  readonly after: GridColumn<LinkRow> | undefined;
  readonly sort: readonly GridSort[];
}

/** At most so many orders one after the other, as the query takes them. */
const mostLevels = 4;

/** The verbs of a column's menu, each with whether it can be used now. */
export function headerItems({ column, before, after, sort }: HeaderFacts): readonly HeaderItem[] {
  const mine = sort.find((level) => level.columnId === column?.id);
  const isFree = (beside: GridColumn<LinkRow> | undefined) =>
    column?.pinned !== true && beside !== undefined && beside.pinned !== true;
  const sorting: readonly HeaderItem[] = [
    { id: 'ascending', isChecked: mine?.direction === 'asc' },
    { id: 'descending', isChecked: mine?.direction === 'desc' },
    { id: 'addSort', isDisabled: mine !== undefined || sort.length === 0 || sort.length >= mostLevels },
    { id: 'clearSort', isDisabled: mine === undefined },
    { id: 'after-sort', separator: true },
  ];
  return [
    ...(column?.sortable === true ? sorting : []),
    { id: 'earlier', isDisabled: !isFree(before) },
    { id: 'later', isDisabled: !isFree(after) },
    { id: 'fit', isDisabled: column?.resizable === false },
    { id: 'hide', isDisabled: column?.pinned === true },
  ];
}
