import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RowRange } from './grid-types';
import { RowCache, type LoadRows, type RowPage } from './row-cache';
import type { RowsChange } from './rows-change';

export interface UseRowCacheOptions<Row> {
  readonly rowCount: number;
  readonly load: LoadRows<Row>;
  /** Changes whenever the rows may have changed: another query, or the same one after an edit. */
  readonly queryKey: string | number;
  /** Rows that came with the query's answer: painted without another round trip. */
  readonly firstPage?: RowPage<Row> | undefined;
  /** How the rows relate to those of the query before; give the grid the same. */
  readonly change?: RowsChange | undefined;
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
 * `rowCount` that starts a new query; but where a `change` is told, more rows under the same key are the rest of that query. A block that failed is asked for again when its rows are shown again.
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
  const { firstPage: page, change } = options;
  const newsRef = useRef({ page, change });
  const knownRef = useRef({ queryKey: undefined as string | number | undefined, rowCount: 0, change });
  useLayoutEffect(() => {
    errorRef.current = onError;
    loadRef.current = load;
    newsRef.current = { page, change };
  });
  // Before painting, together with the grid's own move: old rows are never seen at new places.
  useLayoutEffect(() => {
    const known = knownRef.current;
    const news = newsRef.current;
    knownRef.current = { queryKey, rowCount, change: news.change };
    const isSame = news.change !== undefined && news.change === known.change && queryKey === known.queryKey;
    if (isSame && rowCount > known.rowCount) cache.grow(rowCount);
    else {
      const isNews = queryKey !== known.queryKey;
      cache.reset((start, end) => loadRef.current(start, end), {
        rowCount,
        page: news.page,
        change: isNews ? news.change : undefined,
      });
    }
  }, [cache, queryKey, rowCount]);

  const getRow = useCallback((index: number) => cache.getRow(index), [cache]);
  const onRangeNeeded = useCallback((range: RowRange) => cache.show(range), [cache]);
  return { getRow, onRangeNeeded, busy: cache.busy };
}
