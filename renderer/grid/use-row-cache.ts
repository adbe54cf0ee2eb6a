import { useCallback, useEffect, useRef, useState } from 'react';
import type { RowRange } from './grid-types';
import { RowCache, type LoadRows } from './row-cache';

export interface UseRowCacheOptions<Row> {
  readonly rowCount: number;
  readonly load: LoadRows<Row>;
  /** Changes whenever the rows may have changed: another query, or the same one after an edit. */
  readonly queryKey: string | number;
  readonly blockSize?: number;
  readonly maxBlocks?: number;
  readonly onError?: (error: unknown) => void;
}

export interface RowCacheView<Row> {
  readonly getRow: (index: number) => Row | undefined;
  readonly onRangeNeeded: (range: RowRange) => void;
  /** True while rows on screen are missing or belong to the query before. */
  readonly busy: boolean;
}

/**
 * Gives the grid its rows by range. `load` may be a new function on every render: it is the `queryKey` or the
 * `rowCount` that starts a new query. A block that failed is asked for again when its rows are shown again.
 */
export function useRowCache<Row>(options: UseRowCacheOptions<Row>): RowCacheView<Row> {
  const { rowCount, load, queryKey, blockSize = 200, maxBlocks = 60, onError } = options;
  const [, setVersion] = useState(0);
  const errorRef = useRef(onError);
  const [cache] = useState(
    () =>
      new RowCache<Row>(load, {
        blockSize,
        maxBlocks,
        onChange: () => setVersion((version) => version + 1),
        onError: (error) => errorRef.current?.(error),
      }),
  );
  const loadRef = useRef(load);
  useEffect(() => {
    errorRef.current = onError;
    loadRef.current = load;
  });
  useEffect(() => {
    cache.reset((start, end) => loadRef.current(start, end), rowCount);
  }, [cache, queryKey, rowCount]);

  const getRow = useCallback((index: number) => cache.getRow(index), [cache]);
  const onRangeNeeded = useCallback((range: RowRange) => cache.show(range), [cache]);
  return { getRow, onRangeNeeded, busy: cache.busy };
}
