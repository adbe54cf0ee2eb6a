import { useEffect, useRef, useState } from 'react';
import { useRowCache, type RowCacheView } from '../../grid/use-row-cache';

/** A part of a list with the length of the whole. */
export interface RowPage<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export interface PagedRows<Row> extends RowCacheView<Row> {
  /** Undefined until main has told it. */
  readonly total: number | undefined;
  readonly hasFailed: boolean;
}

interface Known {
  readonly version: number;
  readonly total: number | undefined;
}

/**
 * Rows by range of a list whose length only main knows. Another `queryKey` reads the length first and the rows then, so that
 * rows on screen are replaced in one go and the place in the list is kept.
 */
export function usePagedRows<Row>(
  queryKey: string,
  read: (start: number, end: number) => Promise<RowPage<Row>>,
): PagedRows<Row> {
  const [{ version, total }, setKnown] = useState<Known>({ version: 0, total: undefined });
  const [hasFailed, setFailed] = useState(false);
  const readRef = useRef(read);
  useEffect(() => {
    readRef.current = read;
  });
  useEffect(() => {
    let isLate = false;
    readRef.current(0, 0).then(
      (page) => {
        if (isLate) return;
        setKnown((known) => ({ version: known.version + 1, total: page.total }));
        setFailed(false);
      },
      () => {
        if (!isLate) setFailed(true);
      },
    );
    return () => {
      isLate = true;
    };
  }, [queryKey]);
  const rows = useRowCache<Row>({
    rowCount: total ?? 0,
    queryKey: version,
    load: async (start, end) => {
      const page = await read(start, end);
      setFailed(false);
      return page.rows;
    },
    onError: () => setFailed(true),
  });
  return { ...rows, total, hasFailed };
}
