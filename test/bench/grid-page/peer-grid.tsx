import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { emptyColumnState, placeColumns } from '../../../renderer/grid/columns';
import styles from '../../../renderer/grid/data-grid.module.css';
import { GridHeader, headerHeight } from '../../../renderer/grid/grid-header';
import { GridRow, selectionColumnWidth } from '../../../renderer/grid/grid-row';
import { rowHeights } from '../../../renderer/grid/grid-types';
import { overscanRows } from '../../../renderer/grid/scroll-math';
import { useRowCache } from '../../../renderer/grid/use-row-cache';
import { useGridLabels } from '../../../renderer/i18n/use-grid-labels';
import { linkColumns } from '../../e2e/grid-harness/link-columns';
import type { SampleLink } from '../../e2e/grid-harness/sample-links';
import { loadRows } from './load-rows';

const rowHeight = rowHeights.normal;

/** TanStack Virtual, as its documentation shows it, around our header, rows, cells and row cache. */
export function PeerGrid({ rowCount }: { readonly rowCount: number }): ReactNode {
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const labels = useGridLabels();
  const { getRow, onRangeNeeded } = useRowCache<SampleLink>({ rowCount, queryKey: 'all', load: loadRows });
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: overscanRows,
    scrollMargin: headerHeight,
  });
  const width = scroller?.clientWidth ?? 0;
  const columns = useMemo(
    () =>
      placeColumns(linkColumns(false), emptyColumnState, { available: width, before: selectionColumnWidth }),
    [width],
  );
  const { startIndex = 0, endIndex = -1 } = virtualizer.range ?? {};
  useEffect(() => {
    if (endIndex >= startIndex) onRangeNeeded({ start: startIndex, end: endIndex + 1 });
  }, [onRangeNeeded, startIndex, endIndex]);
  return (
    <div ref={setScroller} role="grid" className={styles['grid']} data-density="normal" tabIndex={-1}>
      <div className={styles['sheet']}>
        <GridHeader columns={columns} sort={[]} labels={labels} selection="none" focusedColumn={undefined} />
        <div role="rowgroup" className={styles['body']} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ key, index, start }) => (
            <GridRow
              key={key}
              row={getRow(index)}
              index={index}
              top={start - headerHeight}
              height={rowHeight}
              columns={columns}
              labels={labels}
              selected={false}
              isOpen={false}
              focusedColumn={undefined}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
