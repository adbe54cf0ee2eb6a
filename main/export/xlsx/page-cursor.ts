/** Rows that come in pages, handed out in pieces of any size. */
export interface PageCursor<Row> {
  /** The next rows, at most `limit` of them; undefined after the last. */
  next(limit: number): Promise<readonly Row[] | undefined>;
  /** Whether there are rows left. */
  hasMore(): Promise<boolean>;
}

export function createPageCursor<Row>(pages: AsyncIterable<readonly Row[]>): PageCursor<Row> {
  const iterator = pages[Symbol.asyncIterator]();
  let page: readonly Row[] = [];
  let taken = 0;

  async function hasMore(): Promise<boolean> {
    while (taken >= page.length) {
      const next = await iterator.next();
      if (next.done === true) return false;
      page = next.value;
      taken = 0;
    }
    return true;
  }

  return {
    hasMore,
    async next(limit) {
      if (!(await hasMore())) return undefined;
      const rows = page.slice(taken, taken + limit);
      taken += rows.length;
      return rows;
    },
  };
}
