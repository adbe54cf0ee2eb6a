import { useMemo, useState, type ReactNode } from 'react';
import { emptyColumnState } from '../../../renderer/grid/columns';
import { DataGrid } from '../../../renderer/grid/data-grid';
import { selectNothing } from '../../../renderer/grid/selection';
import { useRowCache } from '../../../renderer/grid/use-row-cache';
import { useGridLabels } from '../../../renderer/i18n/use-grid-labels';
import { linkColumns } from '../../e2e/grid-harness/link-columns';
import type { SampleLink } from '../../e2e/grid-harness/sample-links';
import { loadRows } from './load-rows';

/** The application's grid with everything it does: keyboard, selection, column state. */
export function OurGrid({ rowCount }: { readonly rowCount: number }): ReactNode {
  const [columnState, setColumnState] = useState(emptyColumnState);
  const [selection, setSelection] = useState(selectNothing);
  const labels = useGridLabels();
  const columns = useMemo(() => linkColumns(false), []);
  const { getRow, onRangeNeeded } = useRowCache<SampleLink>({ rowCount, queryKey: 'all', load: loadRows });
  return (
    <DataGrid
      label="Payment links"
      rowCount={rowCount}
      getRow={getRow}
      rowKey={(row) => row.key}
      onRangeNeeded={onRangeNeeded}
      columns={columns}
      columnState={columnState}
      onColumnStateChange={setColumnState}
      selection={selection}
      onSelectionChange={setSelection}
      labels={labels}
    />
  );
}
