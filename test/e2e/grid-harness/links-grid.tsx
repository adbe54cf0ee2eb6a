import { useMemo, useState, type ReactNode } from 'react';
import { emptyColumnState } from '../../../renderer/grid/columns';
import { DataGrid } from '../../../renderer/grid/data-grid';
import type { GridDensity } from '../../../renderer/grid/grid-types';
import { selectedCount, selectNothing, type Selection } from '../../../renderer/grid/selection';
import { nextSort, type GridSort } from '../../../renderer/grid/sort';
import { useRowCache } from '../../../renderer/grid/use-row-cache';
import { useGridLabels } from '../../../renderer/i18n/use-grid-labels';
import { linkColumns } from './link-columns';
import { sampleAt } from './list-edit';
import { sampleLink, type SampleLink } from './sample-links';
import { useListEdits } from './use-list-edits';

export interface LinksGridProps {
  readonly rowCount: number;
  readonly density: GridDensity;
  readonly isArabic: boolean;
  readonly initialSelection?: Selection;
  readonly activeRow?: number;
  readonly latencyMs: number;
  readonly onSelectedCount?: (count: number) => void;
}

/** The grid with its usual neighbours: a row cache with latency, column state, sorting and a selection. */
export function LinksGrid(props: LinksGridProps): ReactNode {
  const { density, isArabic, activeRow, latencyMs } = props;
  const { edit, change, grid } = useListEdits();
  const [menu, setMenu] = useState('');
  const rowCount = props.rowCount + edit.inserted - (edit.isGone ? 1 : 0);
  const [columnState, setColumnState] = useState(emptyColumnState);
  const [sort, setSort] = useState<readonly GridSort[]>([{ columnId: 'expires', direction: 'asc' }]);
  const [selection, setSelection] = useState(props.initialSelection ?? selectNothing);
  const [opened, setOpened] = useState<number>();
  const labels = useGridLabels();
  const columns = useMemo(() => linkColumns(isArabic), [isArabic]);
  const cache = useRowCache<SampleLink>({
    rowCount,
    queryKey: JSON.stringify([sort, edit]),
    change,
    load: async (start, end) => {
      await new Promise((resolve) => setTimeout(resolve, latencyMs));
      return Array.from({ length: end - start }, (_, offset) =>
        sampleLink(sampleAt(edit, props.rowCount, start + offset)),
      );
    },
  });
  return (
    <>
      <DataGrid
        ref={grid}
        change={change}
        onRowMenu={(index, _at, columnId) => setMenu(`row ${index} ${columnId ?? ''}`)}
        onHeaderMenu={(columnId) => setMenu(`header ${columnId}`)}
        label={isArabic ? 'روابط الدفع' : 'Payment links'}
        rowCount={rowCount}
        getRow={cache.getRow}
        rowKey={(row) => row.key}
        onRangeNeeded={cache.onRangeNeeded}
        busy={cache.busy}
        columns={columns}
        columnState={columnState}
        onColumnStateChange={setColumnState}
        sort={sort}
        onSort={(id, additive) => setSort(nextSort(sort, id, additive))}
        selection={selection}
        onSelectionChange={setSelection}
        activeRow={opened ?? activeRow}
        onOpenRow={setOpened}
        density={density}
        labels={labels}
      />
      <output className="visually-hidden" data-testid="selected">
        {selectedCount(selection, rowCount)}
      </output>
      <output className="visually-hidden" data-testid="menu">
        {menu}
      </output>
      <output className="visually-hidden" data-testid="opened">
        {opened ?? ''}
      </output>
    </>
  );
}
