import { useCallback, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LinkRow } from '#domain/payment-link';
import { DataGrid } from '../../../grid/data-grid';
import type { GridHandle, MenuPlace, RowRange } from '../../../grid/grid-types';
import { nextSort } from '../../../grid/sort';
import type { RowCacheView } from '../../../grid/use-row-cache';
import { useGridLabels } from '../../../i18n/use-grid-labels';
import { useDesk } from '../../../stores/desk-context';
import { keysOfRange } from './copy-rows';
import { EmptyTable } from './empty-table';
import { HeaderMenu } from './header-menu';
import { RowMenu, type OpenedRowMenu } from './row-menu';
import { toGridSort, toLinkSort } from './sort-map';
import { useCopyRows, useCopySelected } from './use-copy-selected';
import { useLinkColumns } from './use-link-columns';
import styles from './links-table.module.css';

export interface LinksTableProps {
  readonly ref: RefObject<GridHandle | null>;
  readonly rows: RowCacheView<LinkRow>;
  /** The row whose details are open. */
  readonly activeRow: number | undefined;
  readonly onOpenRow: (index: number) => void;
  readonly onFocusedRow: (index: number) => void;
}

const keyOf = (row: LinkRow) => row.key;

/** The grid over the opened query. */
export function LinksTable({ ref, rows, activeRow, onOpenRow, onFocusedRow }: LinksTableProps) {
  const { t } = useTranslation('links');
  const { bridge, query, selection, settings, columns: layouts } = useDesk();
  const answer = useStore(query, (state) => state.answer);
  const sort = useStore(query, (state) => state.sort);
  const change = useStore(query, (state) => state.change);
  const isOpening = useStore(query, (state) => state.busy);
  const density = useStore(settings, (state) => state.settings.density);
  const selected = useStore(selection, (state) => state.selection);
  const { layout, setLayout } = useStore(layouts);
  const columns = useLinkColumns();
  const copy = useCopyRows(columns);
  const copySelected = useCopySelected(copy);
  const [rowMenu, setRowMenu] = useState<OpenedRowMenu>();
  const [headerMenu, setHeaderMenu] = useState<{ readonly columnId: string; readonly at: MenuPlace }>();
  const resolveKeys = useCallback(
    async (range: RowRange) =>
      (await query.getState().hold(({ handle }) => keysOfRange(bridge, handle, range))) ?? [],
    [bridge, query],
  );
  const total = answer?.total ?? 0;
  return (
    <div className={styles['frame']} onCopyCapture={copySelected}>
      <DataGrid<LinkRow>
        ref={ref}
        label={t('heading')}
        labels={useGridLabels()}
        rowCount={total}
        getRow={rows.getRow}
        rowKey={keyOf}
        onRangeNeeded={rows.onRangeNeeded}
        change={change}
        busy={rows.busy || isOpening}
        columns={columns}
        columnState={layout}
        onColumnStateChange={setLayout}
        sort={toGridSort(sort)}
        onSort={(id, additive) =>
          query.getState().setSort(toLinkSort(nextSort(toGridSort(sort), id, additive)))
        }
        selection={selected}
        onSelectionChange={selection.getState().select}
        resolveKeys={resolveKeys}
        onOpenRow={onOpenRow}
        activeRow={activeRow}
        onFocusedRowChange={onFocusedRow}
        density={density}
        onRowMenu={(index, at, columnId) => {
          const row = rows.getRow(index);
          if (row !== undefined) setRowMenu({ index, row, columnId, at });
        }}
        onHeaderMenu={(columnId, at) => setHeaderMenu({ columnId, at })}
      />
      <RowMenu
        opened={rowMenu}
        tools={{ grid: ref, openRow: onOpenRow, copy }}
        onClose={() => setRowMenu(undefined)}
      />
      <HeaderMenu columns={columns} grid={ref} opened={headerMenu} onClose={() => setHeaderMenu(undefined)} />
      {/* Beside the grid, not in it: a grid may own rows only. */}
      {total === 0 && (
        <div className={styles['empty']}>
          <EmptyTable />
        </div>
      )}
    </div>
  );
}
